// The pictures of docs/dossier.md, of the samples' store.
//
// usage: node pictures.mjs DRAGOMAN STORE MODULES FOLDER
import {join} from "node:path";
import {open} from "./browser.mjs";

const [program, store, modules, folder] = process.argv.slice(2);
const {base, browser, json, stop} = await open(program, store, modules);
const reports = (await json("/documents.json")).documents;
const nile = reports.find((report) => report.uri.includes("nile")).page;
const chosen = (await json(nile + ".json")).events.find((event) => event.status === "conditional").mark;
const pictures = {
  front: {path: "/", height: 900},
  report: {path: `${nile}?show=${chosen}`, height: 980},
  events: {path: "/events?status=planned", height: 900},
  dark: {path: "/between/ETH/SDN", height: 820, colorScheme: "dark"},
};
for (const [name, {path, height, colorScheme}] of Object.entries(pictures)) {
  const context = await browser.newContext({viewport: {width: 1180, height}, colorScheme: colorScheme || "light", reducedMotion: "reduce"});
  const page = await context.newPage();
  await page.goto(base + path, {waitUntil: "networkidle"});
  await page.screenshot({path: join(folder, `dossier-${name}.png`)});
  await context.close();
}
await stop();
