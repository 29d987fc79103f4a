import { serve, launch, openCheck, QUICK, screenId } from "./harness.mjs";
const server = await serve(); const browser = await launch();
for (const [language, theme] of [["zh-CN","light"],["en","dark"]]) {
  const { page, reader, context } = await openCheck(browser, server, { ...QUICK, language, query:{theme}, deviceScaleFactor: 2 });
  const shot = async (n) => { await page.waitForTimeout(250); await page.screenshot({ path: `/tmp/shots/${n}-${language}.png`, fullPage: true }); };
  await shot("01welcome");
  await page.locator('[data-key="display"]').click(); await page.waitForTimeout(200); await shot("02display");
  await page.locator('[data-key="contrast"]').click(); await page.waitForTimeout(200); await shot("03contrast");
  await page.locator('[data-key="contrast"]').click();
  await page.locator('[data-key="display"]').click();
  await page.locator('[data-key="keep.yes"]').click();
  await reader.start();
  await reader.field("age").fill("68"); await reader.option("sex","female").click(); await reader.next();
  await reader.option("emergency_signs","none").click(); await shot("04question"); await reader.next();
  await reader.option("urgent_signs","none").click(); await reader.next();
  for (let i=0;i<30 && (await screenId(page))!=="pause";i++) await reader.next();
  await shot("05pause");
  await page.locator('[data-key="review"]').click(); await shot("06review");
  await page.locator('[data-key="next"]').click();
  await page.locator('[data-key="so_far"]').click(); await page.waitForTimeout(300); await page.screenshot({ path:`/tmp/shots/07sofar-${language}.png`});
  await shot("07result");
  const page2 = await context.newPage(); await page2.goto(server.address+"?lang="+language); await page2.waitForFunction(() => performance.getEntriesByName("selfcheck-painted").length > 0);
  await page2.waitForTimeout(500); await page2.screenshot({ path:`/tmp/shots/08back-${language}.png`, fullPage:true});
  console.log(await screenId(page2));
  await context.close();
}
await browser.close(); await server.close();
