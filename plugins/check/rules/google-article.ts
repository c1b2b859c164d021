import { quote } from "../../problem.ts";
import { nameOf } from "../graph/label.ts";
import { addresses, all, has, isOf, nodesOf, textOf, valuesOf } from "../graph/main.ts";
import { family } from "../rule.ts";

/** Longest headline that Google's Article page once named; longer ones are cut in results. */
const HEADLINE_LIMIT = 110;

const BASE = {
  "@type": "BlogPosting",
  "@id": "https://example.org/page/#article",
  headline: "Massage for sleep",
};

const ADA = { "@type": "Person", name: "Ada Example", url: "https://example.org/authors/ada/" };

const article = (more: object) => ({ graph: { ...BASE, ...more } });

const PICTURE = {
  "@type": "ImageObject",
  url: "https://example.org/img/a.jpg",
  contentUrl: "https://example.org/img/a.jpg",
};

/** Names that join two people, or carry more than a name; "Doe, J." is one name. */
const NOT_ONE_NAME =
  /\s(?:and|&|et|und|y)\s|;|,\s?(?!\s?(?:jr|sr|i{2,3}|iv)\b|\s?(?:[A-Z](?:\.|\b)[\s-]?){1,3}$)|^(?:by|posted by|written by|author)\b[:\s]|\||@|https?:/i;

export const googleArticleRules = family("google", [
  {
    name: "article-headline",
    severity: "warning",
    what: `An article has a headline of at most ${HEADLINE_LIMIT} characters.`,
    why: "Google, Article structured data: headline is recommended; long ones are cut.",
    good: article({ author: ADA }),
    bad: { graph: { "@type": "BlogPosting", name: "Massage for sleep" } },
    check({ main }, report) {
      if (main.article === null) return;
      const headline = textOf(main.article, "headline");
      if (headline === null)
        report(`${main.article.path}: expected a headline, received none. Write the article's title.`);
      else if ([...headline].length > HEADLINE_LIMIT)
        report(
          `${main.article.path}.headline: expected at most ${HEADLINE_LIMIT} characters, received ${[...headline].length}. Shorten it.`,
        );
    },
  },
  {
    name: "article-author",
    severity: "warning",
    what: "An article names its author, with an address (`url` or `sameAs`).",
    why: 'Google, Article structured data: author and author.url are recommended "strongly".',
    good: article({ author: ADA }),
    bad: article({ description: "How it may help." }),
    check({ graph, main }, report) {
      if (main.article === null) return;
      const authors = [main.article, main.page].flatMap((node) =>
        node === null ? [] : valuesOf(node, "author"),
      );
      if (authors.length === 0)
        return report(`${main.article.path}: expected an author, received none. Name who wrote it.`);
      for (const author of nodesOf(graph, main.article, "author")) {
        if (!author.isReference && !has(author, "url") && !has(author, "sameAs"))
          report(
            `${author.path}: expected url or sameAs, received ${nameOf(author)} without. Link the author's profile.`,
          );
      }
    },
  },
  {
    name: "author-type",
    severity: "error",
    what: "An article's author is a Person or an Organization with a name, each in an entry of its own.",
    why: "Google, Article structured data, author markup best practices.",
    good: article({ author: ADA }),
    bad: article({ author: "Ada Example" }),
    check({ graph }, report) {
      for (const node of all(graph, "Article")) {
        for (const value of valuesOf(node, "author")) {
          if (typeof value === "string" && value.trim() !== "")
            report(
              `${node.path}.author: expected a Person or Organization, received ${quote(value)}. Write { "@type": "Person", "name": … }.`,
            );
        }
        for (const author of nodesOf(graph, node, "author")) {
          if (author.isReference || author.types.length === 0 || isOf(author, "Role")) continue;
          if (!has(author, "name"))
            report(
              `${author.path}: expected an author with a name, received ${nameOf(author)}. Add the name.`,
            );
        }
      }
    },
  },
  {
    name: "author-name",
    severity: "warning",
    what: "An author's name is one name and nothing else.",
    why: 'Google, Article structured data: no "by", job title, publisher or second name in author.name.',
    good: article({ author: ADA }),
    bad: article({ author: { ...ADA, name: "By Ada Example and Ben Example" } }),
    check({ graph, main }, report) {
      for (const author of main.article === null ? [] : nodesOf(graph, main.article, "author")) {
        const name = isOf(author, "Person") ? textOf(author, "name") : null;
        if (name !== null && NOT_ONE_NAME.test(name)) {
          report(
            `${author.path}.name: expected one person's name, received ${quote(name)}. Write only the name; one entry for each author.`,
          );
        }
      }
    },
  },
  {
    name: "article-date",
    severity: "warning",
    what: "An article says when it was published.",
    why: "Google, Article structured data: datePublished is recommended.",
    good: article({ author: ADA, datePublished: "2026-05-02T10:30:00+01:00" }),
    bad: article({ author: ADA }),
    check({ main }, report) {
      if (main.article !== null && !has(main.article, "datePublished"))
        report(`${main.article.path}: expected datePublished, received none. Add it.`);
    },
  },
  {
    name: "article-image",
    severity: "note",
    what: "An article has an image.",
    why: "Google, Article structured data: image is recommended.",
    good: article({ image: PICTURE }),
    bad: article({ author: ADA }),
    check({ main }, report) {
      if (main.article !== null && !has(main.article, "image"))
        report(
          `${main.article.path}: expected an image, received none. Add one where the article shows one.`,
        );
    },
  },
  {
    name: "image-logo",
    severity: "warning",
    what: "An article's image is not the publisher's logo.",
    why: "Google, Article structured data: the image must belong to the article.",
    good: {
      graph: [
        {
          ...BASE,
          image: PICTURE.url,
          publisher: { "@type": "Organization", name: "Rest", logo: "https://example.org/logo.png" },
        },
      ],
    },
    bad: {
      graph: [
        {
          ...BASE,
          image: "https://example.org/logo.png",
          publisher: { "@type": "Organization", name: "Rest", logo: "https://example.org/logo.png" },
        },
      ],
    },
    check({ graph, main }, report) {
      const logos = new Set(all(graph, "Organization").flatMap((node) => addresses(graph, node, "logo")));
      for (const node of main.both) {
        for (const property of ["image", "primaryImageOfPage"]) {
          const found = addresses(graph, node, property).find((address) => logos.has(address));
          if (found !== undefined)
            report(
              `${node.path}.${property}: expected an image of the article, received the logo ${quote(found)}. Use the article's own or leave it out.`,
            );
        }
      }
    },
  },
]);
