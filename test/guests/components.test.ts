import { test } from "uvu";
import { promises } from "./promises.ts";

promises("components");

test.run();
