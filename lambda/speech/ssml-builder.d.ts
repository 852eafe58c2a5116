/** The part of ssml-builder 0.4.3 that is used here: it comes without types. */
declare module 'ssml-builder' {
  class Speech {
    /** Adds a `<p>`. Escapes the five XML characters; control characters and lone surrogates pass. */
    paragraph(text: string): this;
    /** Adds a `<break>`: "10s". */
    pause(duration: string): this;
    /** The whole document in `<speak>`, elements joined with a space. */
    ssml(): string;
  }
  export = Speech;
}
