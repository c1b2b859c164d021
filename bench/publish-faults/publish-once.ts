/**
 * Publishes a folder to the bucket `blog` behind an endpoint, as the command
 * does but for the configuration; `run.ts` kills it.
 *
 *     tsx bench/publish-faults/publish-once.ts FOLDER ENDPOINT
 */
import { publishFolder, testStore } from "../../test/publish/s3/publishing.ts";

const [folder = "", endpoint = ""] = process.argv.slice(2);
const store = await testStore(endpoint, 1);
// Without grace, so that deletes are cut off too.
const settings = { graceHours: 0, deleteShare: 1, allowedDeletes: null };
const { sentCount } = await publishFolder(folder, store, { now: new Date().toISOString(), settings });
store.close();
console.log(sentCount);
