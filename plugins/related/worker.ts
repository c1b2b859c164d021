import { workerData } from "node:worker_threads";
import { scoreBlocks } from "./blocks.ts";
import type { WorkerTask } from "./workers.ts";

const { scorer, control, desk } = workerData as WorkerTask;
scoreBlocks(scorer, control, desk);
