import { test } from "uvu";
import * as assert from "uvu/assert";
import type { PersonView } from "../../../plugins/page/parts.ts";
import { ESCAPED, HOSTILE, render } from "./render.ts";

const ann: PersonView = {
  id: "ann",
  type: "Person",
  name: "Ann",
  url: "/authors/ann/",
  jobTitle: "Writer",
  honorificSuffix: "MD",
  description: HOSTILE,
  credentials: [],
  sameAs: [],
  image: null,
};

test("person: name, what they are, what they say of themselves", () => {
  assert.is(
    render("person", { person: ann }),
    `<div class="person"><p><a href="/authors/ann/">Ann</a>, MD<br><span class="meta">Writer</span></p><p>${ESCAPED}</p></div>`,
  );
});

test("person: of whom only the name is known", () => {
  const person = { ...ann, jobTitle: null, honorificSuffix: null, description: null };
  assert.is(render("person", { person }), '<div class="person"><p><a href="/authors/ann/">Ann</a></p></div>');
});

test.run();
