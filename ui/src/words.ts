// Every sentence of the page comes from the catalogue that the core hands over at the start.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

let bundle = new FluentBundle("en", { useIsolating: false });

/** Takes the catalogue, Fluent source, that the host sent. */
export function useWords(source: string): void {
  bundle = new FluentBundle("en", { useIsolating: false });
  bundle.addResource(new FluentResource(source));
}

/** Returns the sentence of `key` with `args` filled in; an unknown key comes back as itself. */
export function t(key: string, args: Record<string, FluentVariable> = {}): string {
  const message = bundle.getMessage(key);
  if (!message?.value) return key;
  return bundle.formatPattern(message.value, args, []);
}
