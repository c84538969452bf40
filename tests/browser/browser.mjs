// A served store and a browser to look at it.
import {spawn} from "node:child_process";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join, resolve} from "node:path";

/// `modules` is the folder that holds playwright-core and axe-core. Gives the address, the browser, the source of axe, and
/// what ends them all.
export async function open(program, store, modules) {
  const require = createRequire(join(resolve(modules), "x.js"));
  const {chromium} = require("playwright-core");
  const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  const server = spawn(program, ["serve", "--store", store, "--port", "0"], {stdio: ["ignore", "pipe", "inherit"]});
  const base = await new Promise((done, fail) => {
    let said = "";
    server.stdout.on("data", (data) => {
      said += data;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) done(found[0]);
    });
    server.on("exit", () => fail(new Error("the server ended: " + said)));
  });
  const browser = await chromium.launch({executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"]});
  const stop = async () => {
    await browser.close();
    server.removeAllListeners("exit");
    server.kill();
  };
  const json = async (path) => (await fetch(base + path)).json();
  return {base, browser, axe, json, stop};
}
