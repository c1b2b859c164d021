import { test } from "uvu";
import * as assert from "uvu/assert";
import { callerReference } from "../../plugins/publish/stores/cloudfront.ts";

test("cloudfront: two requests of one release have names of their own: a second run may name other addresses", () => {
  const [first, second] = [callerReference("R1"), callerReference("R1")];
  assert.is.not(first, second);
  assert.match(first, /^R1-[0-9a-f]{8}$/);
});

test.run();
