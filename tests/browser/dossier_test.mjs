// Walks the dossier in a real browser: every kind of page, with scripts on and off, narrow and wide, light and dark.
//
// usage: node dossier_test.mjs DRAGOMAN STORE MODULES [PICTURES]
//
// MODULES is the folder that holds playwright-core and axe-core. With PICTURES a screenshot of each page kind is put there.
import {mkdirSync} from "node:fs";
import {join} from "node:path";
import assert from "node:assert/strict";
import {open} from "./browser.mjs";

const [program, store, modules, pictures] = process.argv.slice(2);
const {base, browser, axe, json, stop} = await open(program, store, modules);
let passed = 0, failed = 0;
const check = async (name, work) => {
  try {
    await work();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`not ok: ${name}\n  ${String(error.message).split("\n").slice(0, 12).join("\n  ")}`);
  }
};

const document_ = (await json("/documents.json")).documents[0].page;
const pages = {
  front: "/", timeline: "/timeline", events: "/events?confidence=0.5", meetings: "/meetings", statements: "/statements", positions: "/positions",
  agenda: "/agenda", event: (await json("/events.json")).events[0].page, meeting: (await json("/meetings.json")).meetings[0].page,
  people: "/who", person: (await json("/who.json")).who.find((w) => w.type === "person").page,
  country: (await json("/who.json")).who.find((w) => w.type === "country").page, pairs: "/between",
  pair: (await json("/between.json")).pairs[0].page, issues: "/issues", issue: (await json("/issues.json")).issues[0].page, map: "/map",
  reports: "/documents", report: document_, chosen: document_ + "?show=v1,e1", others: document_ + "?show=q1,m1,k1,a1,p1,t1", search: "/search?q=agreement", about: "/about", judge: "/judge",
  judging: "/judge?judge=test&size=5&seed=3", results: "/judge/results", error: "/nothing", nobody: "/who/nobody-at-all",
};

// Every kind of page in every dress: nothing overflows, nothing goes elsewhere, no error, axe finds nothing.
for (const scripts of [true, false]) {
  for (const width of [360, 1280]) {
    for (const colorScheme of ["light", "dark"]) {
      const context = await browser.newContext({viewport: {width, height: 900}, colorScheme, javaScriptEnabled: scripts, bypassCSP: scripts});
      const page = await context.newPage();
      const elsewhere = [], errors = [];
      page.on("request", (request) => { if (!request.url().startsWith(base)) elsewhere.push(request.url()); });
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => { if (message.type() === "error" && !/status of 404/.test(message.text())) errors.push(message.text()); });
      for (const [kind, path] of Object.entries(pages)) {
        await check(`${kind} at ${width}, ${colorScheme}, scripts ${scripts ? "on" : "off"}`, async () => {
          await page.goto(base + path, {waitUntil: "load"});
          assert.deepEqual(elsewhere.splice(0), [], "requests that leave the machine");
          assert.deepEqual(errors.splice(0), [], "errors");
          assert.equal(await page.locator("h1").count(), 1);
          if (!scripts) return;
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(over <= 0, `${over} px wider than the window`);
          await page.evaluate(axe);
          const found = await page.evaluate(async () => {
            const result = await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]});
            return result.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`);
          });
          assert.deepEqual(found, []);
          if (pictures && (colorScheme === "light" || width === 1280)) {
            mkdirSync(pictures, {recursive: true});
            await page.screenshot({path: join(pictures, `${kind}-${width}-${colorScheme}.png`), fullPage: true});
          }
        });
      }
      await context.close();
    }
  }
}

// Under the real policy, which bypassCSP above lifts for axe: scripts run, none is refused.
const context = await browser.newContext({viewport: {width: 1280, height: 900}});
const page = await context.newPage();
const refused = [];
page.on("console", (message) => { if (/Content Security Policy/.test(message.text())) refused.push(message.text()); });

await check("charts are drawn", async () => {
  for (const path of ["/", "/timeline", "/map"]) {
    await page.goto(base + path);
    await page.locator("figure .drawn svg").first().waitFor({timeout: 5000});
    assert.ok(await page.locator("figure .drawn svg rect, figure .drawn svg circle").count() > 0, path);
  }
  assert.deepEqual(refused, []);
});

await check("a brush chooses days, Back takes them away, reload keeps them", async () => {
  await page.goto(base + "/timeline");
  const box = await page.locator("figure .brush .overlay").boundingBox();
  await page.mouse.move(box.x + box.width * .4, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * .9, box.y + 20, {steps: 5});
  await page.mouse.up();
  await page.waitForURL(/since=\d{4}-\d\d-\d\d/);
  const address = new URL(page.url());
  const [since, until] = ["since", "until"].map((name) => address.searchParams.get(name));
  const days = await page.locator(".facts > .fact").evaluateAll((all) => all.map((fact) => fact.dataset.day));
  assert.ok(days.every((day) => day >= since && day <= until), days.join());
  await page.reload();
  assert.equal(page.url(), address.href);
  assert.equal(await page.locator("input[name=since]").inputValue(), since);
  await page.goBack();
  assert.equal(new URL(page.url()).search, "");
});

await check("a form sends what is filled in alone", async () => {
  await page.goto(base + "/events");
  await page.locator(".asking > summary").click();
  await page.locator("select[name=status]").selectOption("planned");
  await page.locator(".filters button").click();
  assert.equal(new URL(page.url()).search, "?status=planned");
  const shown = await page.locator(".facts > .fact .status").allTextContents();
  assert.ok(shown.length > 0 && shown.every((words) => words.includes("planned")));
  assert.equal(shown.length, (await json("/events.json?status=planned")).events.length);
});

await check("by keyboard: search, rows, help", async () => {
  await page.goto(base + "/events");
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "q");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.locator("body").click({position: {x: 2, y: 2}});
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.equal(await page.locator(".fact.here").count(), 1);
  await page.keyboard.press("?");
  assert.ok(await page.locator("dialog#keys").isVisible());
  await page.keyboard.press("Escape");
  await page.goto(base + "/");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(new URL(page.url()).hash, "#main");
});

for (const scripts of [true, false]) {
  await check(`words and facts choose each other, scripts ${scripts ? "on" : "off"}`, async () => {
    const own = await browser.newContext({viewport: {width: 1280, height: 900}, javaScriptEnabled: scripts});
    const sheet = await own.newPage();
    await sheet.goto(base + document_);
    const fact = (await json(document_ + ".json")).events[0];
    await sheet.locator(`#${fact.mark} .words`).click();
    await sheet.waitForURL(new RegExp(`show=${fact.mark}`));
    const marked = (await sheet.locator("#text .w.on").allTextContents()).join("");
    assert.ok(marked.replace(/\s+/g, "").includes(fact.evidence.replace(/\s+/g, "")), marked);
    const mark = sheet.locator("#text .w[data-m*='v']").last();
    const ids = (await mark.getAttribute("data-m")).split(",");
    await mark.click();
    await sheet.waitForURL((address) => address.searchParams.get("show") === ids.join(","));
    assert.deepEqual((await sheet.locator("#chosen .item").evaluateAll((all) => all.map((item) => item.dataset.id))).sort(), [...new Set(ids)].sort());
    await sheet.goBack();
    await sheet.waitForURL(new RegExp(`show=${fact.mark}(#|$)`));
    await own.close();
  });
}

await check("judging by keys", async () => {
  await page.goto(base + "/judge?judge=keys&size=4&seed=7");
  for (const key of ["r", "w", "p", "r"]) {
    assert.ok(await page.locator(".verdicts button").count() === 3);
    await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
  }
  assert.match(await page.locator(".lead").textContent(), /4 of 4 done/);
  const result = (await json("/judge/results.json")).precision.find((row) => row.judge === "keys" && row.list === "all");
  assert.deepEqual([result.R, result.P, result.W], [2, 1, 1]);
});

await stop();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
