import { nameOf } from "../graph/label.ts";
import { all, has } from "../graph/main.ts";
import { missing } from "../graph/missing.ts";
import { family } from "../rule.ts";

const PICTURE = { "@type": "ImageObject", contentUrl: "https://example.org/img/a.jpg" };

/** Properties of which an image with rights must have one, and those that say that it has rights. */
const RIGHTS = ["creator", "creditText", "copyrightNotice", "license"];

const COUNTED = [...RIGHTS, "acquireLicensePage"];

export const googleMediaRules = family("google", [
  {
    name: "image-licence",
    severity: "error",
    what: "An image with rights has contentUrl and one of creator, creditText, copyrightNotice, license.",
    why: "Google, Image metadata: required properties.",
    good: { graph: { ...PICTURE, creditText: "Photo: Ada Example" } },
    bad: {
      graph: {
        "@type": "ImageObject",
        url: "https://example.org/img/a.jpg",
        creditText: "Photo: Ada Example",
      },
    },
    check({ graph }, report) {
      for (const node of all(graph, "ImageObject")) {
        if (!COUNTED.some((property) => has(node, property))) continue;
        if (!has(node, "contentUrl"))
          report(
            `${node.path}: expected contentUrl beside ${COUNTED.filter((property) => has(node, property)).join(", ")}, received none. Add the address of the image file.`,
          );
        if (!RIGHTS.some((property) => has(node, property)))
          report(
            `${node.path}: expected one of ${RIGHTS.join(", ")} beside acquireLicensePage, received none. Add it.`,
          );
      }
    },
  },
  {
    name: "image-address",
    severity: "error",
    what: "An ImageObject says where the image is.",
    why: "Google, Article structured data: image needs an address that can be fetched.",
    good: { graph: PICTURE },
    bad: { graph: { "@type": "ImageObject", caption: "Two hands" } },
    check({ graph }, report) {
      for (const node of all(graph, "ImageObject")) {
        if (!has(node, "contentUrl") && !has(node, "url") && node.entries.length > 0)
          report(`${node.path}: expected contentUrl or url, received ${nameOf(node)} without. Add it.`);
      }
    },
  },
  {
    name: "video",
    severity: "error",
    what: "A VideoObject has name, thumbnailUrl and uploadDate.",
    why: "Google, Video structured data: required properties.",
    good: {
      graph: {
        "@type": "VideoObject",
        name: "How to",
        thumbnailUrl: "https://example.org/v.jpg",
        uploadDate: "2026-05-02T10:00:00Z",
      },
    },
    bad: { graph: { "@type": "VideoObject", name: "How to", uploadDate: "2026-05-02T10:00:00Z" } },
    check({ graph }, report) {
      for (const node of all(graph, "VideoObject")) {
        for (const property of missing(node, ["name", "thumbnailUrl", "uploadDate"]))
          report(`${node.path}: expected ${property}, received ${nameOf(node)} without. Add it.`);
      }
    },
  },
  {
    name: "speakable",
    severity: "error",
    what: "Speakable names its parts by cssSelector or by xpath, not by both.",
    why: "Google, Speakable structured data.",
    good: {
      graph: {
        "@type": "WebPage",
        name: "Sleep",
        speakable: { "@type": "SpeakableSpecification", cssSelector: ["h1"] },
      },
    },
    bad: {
      graph: {
        "@type": "WebPage",
        name: "Sleep",
        speakable: { "@type": "SpeakableSpecification", cssSelector: ["h1"], xpath: ["/html/body/h1"] },
      },
    },
    check({ graph }, report) {
      for (const node of all(graph, "SpeakableSpecification")) {
        const count = Number(has(node, "cssSelector")) + Number(has(node, "xpath"));
        if (count !== 1)
          report(
            `${node.path}: expected cssSelector or xpath, received ${count === 0 ? "neither" : "both"}. Keep one.`,
          );
      }
    },
  },
]);
