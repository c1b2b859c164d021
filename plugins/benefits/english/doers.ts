/** Parts of the body and what it makes: what they do is no benefit of anything else. */
export const ORGANS: ReadonlySet<string> = new Set(
  (
    "gland thyroid pituitary adrenal pancreas liver kidney spleen gallbladder stomach intestine colon lung heart brain nerve cell hormone " +
    "insulin cortisol melatonin serotonin dopamine oxytocin adrenaline cytokine enzyme protein gene receptor neuron artery vein muscle bone organ"
  ).split(" "),
);

/** Those who praise a thing: what they say is theirs, not the article's. */
export const PRAISERS: ReadonlySet<string> = new Set(
  (
    "fan proponent advocate supporter marketer seller company manufacturer promoter believer influencer enthusiast vendor producer follower " +
    "devotee salesman ad advert advertisement advertising internet tiktok headline legend rumor hype media label package packet bottle brochure leaflet marketing"
  ).split(" "),
);
