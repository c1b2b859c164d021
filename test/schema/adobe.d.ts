declare module "@adobe/structured-data-validator" {
  /** Adobe's validator of structured data; ships no types. */
  class Validator {
    constructor(vocabulary: object);
    validate(extracted: object): Promise<unknown>;
  }

  // biome-ignore lint/style/noDefaultExport: this is how the module exports it.
  export { Validator as default };
}

declare module "@marbec/web-auto-extractor" {
  /** Reads JSON-LD out of a page; ships no types. */
  class WebAutoExtractor {
    constructor(options: object);
    parse(html: string): object;
  }

  // biome-ignore lint/style/noDefaultExport: this is how the module exports it.
  export { WebAutoExtractor as default };
}
