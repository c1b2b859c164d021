import { workerData } from "node:worker_threads";
import { scoreBlocks } from "./blocks.ts";
import { emptyNearest } from "./nearest.ts";
import type { WorkerTask } from "./workers.ts";

const { scorer, control, depth, buffers } = workerData as WorkerTask;
scoreBlocks(scorer, control, emptyNearest(scorer.vectors.documentCount, depth, buffers));
