//! The Review pack as a document.
