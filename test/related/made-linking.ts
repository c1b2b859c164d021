import type { LinkingArticle } from "../../plugins/related/linking/types.ts";
import { madeArticle } from "./made-article.ts";

/** Sentences that name nothing of the other articles, so that a text has room for links. */
const FILLER =
  "The cat watched the rain on the roof while somebody next door hung a lamp over the blue door of the shed. ";

/** About so many words of no matter. */
export function filler(words: number): string {
  return FILLER.repeat(Math.ceil(words / FILLER.trim().split(" ").length)).trim();
}

/** Articles on five subjects; each says what it is about again and again, as articles do. */
export const SUBJECTS: readonly (readonly [id: string, title: string, body: string])[] = [
  [
    "neck-pain",
    "Neck pain explained",
    "Neck pain comes and goes. When neck pain stays, a rest helps. Neck pain may follow a long drive. Warmth eases neck pain.",
  ],
  [
    "ginger-tea",
    "Ginger tea: how to make it",
    "Ginger tea is made of fresh root. Sip ginger tea warm. Ginger tea keeps for a day. Some like ginger tea with lemon.",
  ],
  [
    "massage-for-insomnia",
    "Massage for insomnia",
    "A massage in the evening calms. People with insomnia lie awake. Insomnia wears people out, and massage may ease insomnia.",
  ],
  [
    "foot-baths",
    "Foot baths at home",
    "Foot baths warm the legs. Take foot baths before bed. Foot baths need a bowl. Warm foot baths cost little.",
  ],
  [
    "desk-work",
    "Sitting at a desk",
    "A desk is where many sit. Sitting long at a desk makes stiff. Get up from the desk. Sitting is a habit.",
  ],
];

/** The site's articles, those of `bodies` in place of or beside {@link SUBJECTS}. */
export function linkingSite(
  bodies: Readonly<Record<string, string>>,
  more: (id: string) => Partial<LinkingArticle> = () => ({}),
): LinkingArticle[] {
  const known = SUBJECTS.map(([id, title, body]) => [id, title, bodies[id] ?? body] as const);
  const added = Object.entries(bodies)
    .filter(([id]) => SUBJECTS.every(([other]) => other !== id))
    .map(([id, body]) => [id, `A note of ${id}`, body] as const);
  const ids = [...known, ...added].map(([id]) => id);
  const leadsTo = (href: string): string | null => ids.find((id) => href === `/${id}/`) ?? null;
  return [...known, ...added].map(([id, title, body]) => {
    const article = madeArticle(id, title, body);
    const linked = article.blocks.flatMap(({ links }) => links.flatMap(({ href }) => leadsTo(href) ?? []));
    return {
      article,
      source: () => ({ body, bodyLine: 4 }),
      linked: new Set(linked),
      leadsTo,
      ...more(id),
    };
  });
}
