//! Addresses that leave Cairn.

use crate::calls::internal;
use cairn_core::{Code, Failure, words};
use tauri::{AppHandle, Url};
use tauri_plugin_opener::OpenerExt;

/// Opens a web or mail address with the program the system has for it.
#[tauri::command(async)]
pub(crate) fn open_link(url: String, app: AppHandle) -> Result<(), Failure> {
    let url = allowed(&url).ok_or_else(|| Failure {
        code: Code::Invalid,
        field: Some("url".to_owned()),
        message: words::say("shell-link-refused"),
        hint: None,
    })?;
    app.opener().open_url(url, None::<&str>).map_err(|error| internal(error.to_string()))
}

/// Returns the address in its normal form if it is of a kind that may leave.
fn allowed(url: &str) -> Option<Url> {
    Url::parse(url).ok().filter(|url| matches!(url.scheme(), "http" | "https" | "mailto"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_addresses_leave() {
        for good in ["https://example.org/a?b=c", "http://example.org", "mailto:po@example.org"] {
            assert!(allowed(good).is_some(), "{good}");
        }
        for bad in
            ["file:///etc/passwd", "javascript:alert(1)", "smb://host/share", "/etc/passwd", "cmd.exe", ""]
        {
            assert!(allowed(bad).is_none(), "{bad}");
        }
    }
}
