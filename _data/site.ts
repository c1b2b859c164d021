import { defineSite } from "../plugins/index.ts";

/** Settings of the sample site; `.example` is reserved, so no real address is meant. */
const site = defineSite({
  title: "The Vervain Journal",
  description: "Careful, plain-English reading on massage, sleep, herbs and quiet movement.",
  url: "https://vervain.example",
  lang: "en",
  timeZone: "Europe/London",
  publisher: "vervain-journal",
  navigation: [
    { label: "Benefits", url: "/benefits/" },
    { label: "Therapies", url: "/therapies/" },
    { label: "Conditions", url: "/conditions/" },
    { label: "About", url: "/about/" },
  ],
  pageSize: 8,
});

export default site;
