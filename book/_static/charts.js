/* Made of book/javascript/charts/charts.js by "make bundles": change that. */
(()=>{var inputs=figure=>figure.querySelectorAll("[data-signal]");function choose(figure,view){for(const{dataset,type,checked,
value}of inputs(figure)){if(type==="radio"&&!checked)continue;view.signal(dataset.signal??"",type==="checkbox"?checked:JSON.
parse(value))}}function inWords(input){if(input.type!=="range"||!input.previousElementSibling)return;const words=Number(
input.value).toLocaleString("en");input.previousElementSibling.textContent=words;input.setAttribute("aria-valuetext",words)}var FAILED="The chart cannot be moved just now: its script could not be loaded. The picture shows how it starts.";var needed;
function loaded(){needed??=Promise.all(addresses().map(load)).catch(error=>{needed=void 0;throw error});return needed}function addresses(){
const links=document.querySelectorAll('link[rel="prefetch"][as="script"]');return[...links].map(link=>link.href)}function load(address){
return new Promise((resolve,reject)=>{const script=document.createElement("script");script.src=address;script.onload=resolve;
script.onerror=()=>{script.remove();reject(new Error(FAILED))};document.head.append(script)})}var PAUSE=400;var MOST=8;function say(figure,words){const says=figure.querySelector(".chart-says");if(says)says.textContent=
words}function texts(view){const found=view.container()?.querySelectorAll(".role-mark text")??[];return new Set([...found].
map(text=>text.textContent))}function teller(figure,view){let before=texts(view);let waiting=0;return()=>{clearTimeout(waiting);
waiting=window.setTimeout(()=>{const now=texts(view);const news=[...now].filter(text=>text&&!before.has(text));before=now;
if(news.length&&news.length<=MOST)say(figure,news.join(". "))},PAUSE)}}function tooltip(box){const tip=document.createElement(
"div");tip.className="chart-tip";tip.hidden=true;box.append(tip);return(_,event,__,value)=>{tip.hidden=value==null||value===
"";if(tip.hidden)return;const rows=typeof value==="object"?Object.entries(value):[["",value]];tip.replaceChildren(...rows.
map(([name,told])=>row(name?`${name}: ${told}`:told)));const frame=box.getBoundingClientRect();const left=event.clientX-
frame.left;tip.style.left=`${Math.max(0,Math.min(left+12,frame.width-tip.offsetWidth))}px`;tip.style.top=`${event.clientY-
frame.top+16}px`}}function row(words){const made=document.createElement("div");made.textContent=words;return made}var NEAR="400px";async function draw(figure){await loaded();const{parse,View,expressionInterpreter}=window.vega;const box=figure.
querySelector(".chart-view");const stage=document.createElement("div");stage.className="chart-live";box.append(stage);const runtime=parse(
window.charts[figure.id],void 0,{ast:true});const view=new View(runtime,{expr:expressionInterpreter,renderer:"svg",container:stage,
hover:true});view.tooltip(tooltip(box));choose(figure,view);await view.runAsync();for(const picture of box.querySelectorAll(
":scope > svg"))picture.remove();figure.dataset.live="";follow(figure,view)}function follow(figure,view){const tell=teller(
figure,view);let asked=false;figure.addEventListener("input",()=>{if(asked)return;asked=true;requestAnimationFrame(async()=>{
asked=false;choose(figure,view);await view.runAsync();tell()})})}var alive=new WeakSet;function enliven(figure){if(alive.
has(figure))return;alive.add(figure);draw(figure).catch(error=>{alive.delete(figure);say(figure,error.message)})}function listen(figure){
for(const reach of["pointerenter","focusin","touchstart","input"])figure.addEventListener(reach,()=>enliven(figure),{passive:true});
for(const input of inputs(figure)){inWords(input);input.addEventListener("input",()=>inWords(input))}figure.querySelector(
"form")?.addEventListener("submit",event=>event.preventDefault())}var rest=window.requestIdleCallback??(task=>setTimeout(
task,50));function watch(figures2){const near=new IntersectionObserver(entries=>{for(const{target}of entries.filter(({isIntersecting})=>isIntersecting)){
near.unobserve(target);rest(()=>enliven(target))}},{rootMargin:NEAR});for(const figure of figures2)near.observe(figure)}
var figures=document.querySelectorAll("figure.chart");for(const figure of figures)listen(figure);var begun=false;var begin=()=>{
if(!begun)watch(figures);begun=true};for(const sign of["scroll","pointerdown","keydown"])addEventListener(sign,begin,{once:true,
passive:true});})();
