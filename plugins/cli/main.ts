#!/usr/bin/env node
import { tuneForShortRun } from "../engine/short-run.ts";
import { commandLine } from "./program.ts";

tuneForShortRun();
await commandLine().parseAsync();
