#!/usr/bin/env node
import { create } from "vervain/new";

await create(process.argv.slice(2));
