import { test } from "uvu";
import * as assert from "uvu/assert";
import type { LinkRef } from "../../../plugins/page/parts.ts";
import { render } from "./render.ts";

const share: readonly LinkRef[] = [{ url: "mailto:?subject=a&body=b", text: "By e-mail" }];

test("share: plain links", () => {
  assert.is(
    render("share", { view: { share } }),
    '<p class="share" data-pagefind-ignore><span>Share</span> <a href="mailto:?subject=a&amp;body=b" rel="nofollow noopener">By e-mail</a></p>',
  );
});

test.run();
