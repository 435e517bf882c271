import { chromium } from '@playwright/test'; import { spawn } from 'node:child_process';
const [theme='light', width='1440'] = process.argv.slice(2);
const srv = spawn('node',['src/cli/serve.mjs','--port','4321'],{stdio:'ignore'});
await new Promise(r=>setTimeout(r,1500));
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu']});
const p = await b.newPage({viewport:{width:+width,height:1000},colorScheme:theme});
p.on('console',m=>{ if(['error','warning'].includes(m.type())) console.log('CONSOLE',m.text().slice(0,300))}); p.on('pageerror',e=>console.log('ERR',e.message));
const nav=async(n)=>{ if(+width<700) await p.getByRole('button',{name:'Menu'}).click(); await p.getByRole('navigation',{name:'Pages'}).getByRole('link',{name:n,exact:true}).click(); };
try {
await p.goto('http://localhost:4321/reports'); await p.waitForTimeout(800); await p.screenshot({path:`/tmp/shots/rep0-${theme}-${width}.png`,fullPage:true});
await p.getByRole('button',{name:'Explore the sample county'}).click();
await p.getByText('Everyone in it is invented.').first().waitFor({timeout:60000}); await p.waitForTimeout(12000);
await p.screenshot({path:`/tmp/shots/rep1-${theme}-${width}.png`,fullPage:true});
await p.getByRole('button',{name:/Use the template Monthly NEET/}).click(); await p.waitForTimeout(500);
await p.screenshot({path:`/tmp/shots/rep2-${theme}-${width}.png`,fullPage:true});
const sw=p.getByRole('button',{name:/^Switch every page/}); if(await sw.count()) await sw.click(); await p.waitForTimeout(1500);
let t=Date.now(); await p.getByRole('button',{name:'Make the report'}).click();
await p.getByRole('group',{name:'Files of the report'}).waitFor({timeout:120000}); console.log('made in',Date.now()-t); await p.waitForTimeout(2500);
await p.screenshot({path:`/tmp/shots/rep3-${theme}-${width}.png`,fullPage:true});
for (const n of ['Web page','Spreadsheet (XLSX)','Spreadsheet (ODS)','All files (ZIP)']) { const d=p.waitForEvent('download',{timeout:60000}); t=Date.now(); await p.getByRole('button',{name:'Download: '+n}).click(); const f=await d; console.log(n, f.suggestedFilename(), Date.now()-t); await f.saveAs('/tmp/shots/'+f.suggestedFilename()); }
console.log('overflow', await p.evaluate(()=>document.documentElement.scrollWidth-document.documentElement.clientWidth));
} catch(e) { console.log(e.message); await p.screenshot({path:`/tmp/shots/fail.png`,fullPage:true}); }
await b.close(); srv.kill();
