/** Headings and labels below which the words are not the article's own: sources, comments, other articles. */
export const NOT_OWN: RegExp =
  /^\W*(?:references?|sources?|citations?|bibliography|footnotes?|further reading|related\b.*|also read|comments?|leave a (?:reply|comment)|about (?:the )?author|disclaimer|disclosure|share this.*|newsletter.*|recent posts|you (?:may|might) also (?:like|enjoy).*)\W*$/i;

/** Headings and labels below which nothing is said of what the subject is good for, and much of what it does not do: risks, symptoms, limits. */
export const ON_RISKS: RegExp =
  /^\W*(?:(?:possible |potential |common |long-term )?side[ -]effects.*|(?:the )?(?:unwanted|adverse|negative|harmful|bad) (?:side[ -])?(?:effects|reactions).*|(?:the )?(?:bad|cons|negatives|overdose|complications|limitations)|(?:the )?(?:drawbacks?|downsides?|disadvantages?|dangers?)\b.*|risks.*|precautions.*|contra[-‐‑ ]?indications.*|warnings?|(?:common |typical |early |main |possible )?(?:signs?|symptoms?|causes)(?: (?:and|&) (?:signs?|symptoms?|causes))?(?: of .*)?|when (?:not )?to .*|when (?:should|must) you .*)\W*$/i;
