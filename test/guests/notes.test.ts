import { test } from "uvu";
import { promises } from "./promises.ts";

promises("notes");

test.run();
