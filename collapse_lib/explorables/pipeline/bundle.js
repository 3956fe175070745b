/* Made of collapse_lib/explorables/pipeline/explorable.js by "make bundles": change that. */
var bundle=(()=>{var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __hasOwnProp=Object.prototype.hasOwnProperty;var __export=(target,all)=>{for(var name in all)__defProp(target,name,{get:all[name],enumerable:true})};var __copyProps=(to,from,except,desc)=>{
if(from&&typeof from==="object"||typeof from==="function"){for(let key2 of __getOwnPropNames(from))if(!__hasOwnProp.call(
to,key2)&&key2!==except)__defProp(to,key2,{get:()=>from[key2],enumerable:!(desc=__getOwnPropDesc(from,key2))||desc.enumerable})}
return to};var __toCommonJS=mod=>__copyProps(__defProp({},"__esModule",{value:true}),mod);var explorable_exports={};__export(explorable_exports,{default:()=>explorable_default});var SVG="http://www.w3.org/2000/svg";var DRAWN=["svg","g","path","circle","rect","line","text"];function element(tag,attributes={},...children){
const made2=DRAWN.includes(tag)?document.createElementNS(SVG,tag):document.createElement(tag);for(const[name,value]of Object.
entries(attributes))made2.setAttribute(name,String(value));made2.append(...children);return made2}var made=0;var unique=()=>`xp-${++made}`;function radios(legend,options,start=options[0][0]){const group=unique();const inputs=options.
map(([value])=>element("input",{type:"radio",name:group,value}));const labels=options.map(([,label2],i)=>element("label",
{},inputs[i],element("span",{},label2)));const choose=wanted=>{for(const input of inputs)input.checked=input.value===wanted};
choose(start);return{element:element("fieldset",{class:"xp-radios"},element("legend",{},legend),...labels),get value(){return options[inputs.
findIndex(input=>input.checked)][0]},set value(wanted){choose(wanted)}}}function slider(label2,{min,max,step=1,start=min,
words=String}){const id=unique();const input=element("input",{type:"range",id,min,max,step,value:start});const output=element(
"output",{for:id});const describe2=()=>{output.textContent=words(Number(input.value));input.setAttribute("aria-valuetext",
output.textContent)};input.addEventListener("input",describe2);describe2();return{element:element("div",{class:"xp-slide\
r"},element("label",{for:id},label2),output,input),get value(){return Number(input.value)},set value(wanted){input.value=
String(wanted);describe2()}}}function button(label2,action,kind=""){const made2=element("button",{type:"button",class:`x\
p-button ${kind}`.trim()},label2);made2.addEventListener("click",action);return made2}function disable(button2,off){button2.
setAttribute("aria-disabled",String(off))}function clock(pace,tick){let timer=0;return{get running(){return timer!==0},start(){timer=window.setInterval(tick,pace);
tick()},stop(){clearInterval(timer);timer=0}}}function whenSeen(picture,action){const watching=new IntersectionObserver(
([{isIntersecting}])=>{if(!isIntersecting)return;watching.disconnect();action()},{threshold:.3});watching.observe(picture)}var SPOKEN=2e3;var BUTTONS=["next","play","back","reset","rerun"];function mount(el,explorable){const{controls,last,words,
picture,simulate,draw,describe:describe2}=explorable;const{presets:presets2=[],shown=BUTTONS,after="",nextStep=(at2,way)=>at2+
way}=explorable;let[seed,step,spoken]=[1,0,0];const playing=clock(explorable.pace,turn);const caption=element("p",{class:"\
xp-caption","aria-hidden":"true"});const liveRegion=element("p",{class:"xp-live-region","aria-live":"polite"});const at=slider(
words.made,{min:0,max:last,words:words.value});const buttons={next:button(words.next,()=>go(nextStep(step,1,settings())),
"xp-first"),play:button("Play",()=>playing.running?stop():start()),back:button("Back",()=>go(nextStep(step,-1,settings()))),
reset:button("Start over",()=>go(0)),rerun:words.rerun?button(words.rerun,()=>rerun(seed+1)):""};const form=element("for\
m",{class:"xp-controls",autocomplete:"off"},...presets2);form.append(...Object.values(controls).map(control=>control.element));
const row=element("div",{class:"xp-buttons"},...shown.map(name=>buttons[name]));const root=element("section",{class:`xp \
xp-${explorable.kind}`,"aria-label":explorable.title});root.append(form,row,at.element,picture,caption,liveRegion,after);
const settings=()=>{const values=Object.entries(controls).map(([name,control])=>[name,control.value]);return Object.fromEntries(
values)};let run=simulate(settings(),seed);function show(){at.value=step;root.dataset.step=String(step);disable(buttons.
back,step===0);disable(buttons.reset,step===0);disable(buttons.next,step===last);draw(run,step,settings(),seed);caption.
textContent=describe2(run,step,settings(),seed);if(!playing.running||performance.now()-spoken>SPOKEN)speak()}function speak(){
if("opening"in root.dataset)return;if(liveRegion.textContent!==caption.textContent)liveRegion.textContent=caption.textContent;
spoken=performance.now()}function go(wanted){stop();step=Math.max(0,Math.min(last,wanted));show()}function rerun(wanted){
seed=wanted;run=simulate(settings(),seed);show()}function start(){if(step===last)step=0;buttons.play.textContent="Pause";
root.dataset.playing="";playing.start()}function turn(){if(!root.isConnected||document.hidden)return stop();step++;show();
if(step>=last)stop()}function stop(){if(!playing.running)return;playing.stop();buttons.play.textContent="Play";delete root.
dataset.playing;speak();delete root.dataset.opening}function open(){if(step||playing.running||seed>1)return;root.dataset.
opening="";start()}at.element.addEventListener("input",()=>go(at.value));form.addEventListener("submit",event=>event.preventDefault());
form.addEventListener("input",()=>rerun(seed));el.replaceChildren(root);show();if(explorable.opens&&matchMedia("(prefers\
-reduced-motion: no-preference)").matches)whenSeen(picture,open);return()=>{stop();root.remove()}}var ROUNDING=1e-9;function mix({drafted,scraped,kept}){return{alpha:(1-kept)*scraped*drafted,beta:(1-kept)*(1-scraped)}}
function ceiling(team){const{alpha,beta}=mix(team);return alpha/(1-beta)}var machineShare=(team,refreshes)=>ceiling(team)*
(1-mix(team).beta**refreshes);var refreshesBy=(team,month)=>Math.floor(month/team.interval);function tippingMonth(team){
const level=ceiling(team);if(level<=.5+ROUNDING)return Infinity;const{beta}=mix(team);const refreshes=beta?Math.log(1-.5/
level)/Math.log(beta):0;return team.interval*(Math.floor(refreshes+ROUNDING)+1)}function parts(team,refreshes){if(!refreshes)
return[["stayed","people",1]];const{drafted,scraped,kept}=team;const before=machineShare(team,refreshes-1);const stayed=(1-
kept)*(1-scraped);const scrapedNow=(1-kept)*scraped;return[["archive","kept",kept],["stayed","people",stayed*(1-before)],
["new","people",scrapedNow*(1-drafted)],["new","machine",scrapedNow*drafted],["stayed","machine",stayed*before]]}var[WIDTH,HEIGHT]=[340,262];var FRAME={left:42,right:328,top:26,bottom:226};var linear=(low,high,from,to)=>value=>from+(Math.
max(low,Math.min(high,value))-low)/(high-low)*(to-from);var label=(x,y,text,kind="",anchor="start")=>element("text",{x,y,
class:kind,"text-anchor":anchor},text);var rule=(x1,y1,x2,y2,kind="xp-rule")=>element("line",{x1,y1,x2,y2,class:kind});function panel(title,bottom,ticksAcross,ticksUp){
const svg=element("svg",{viewBox:`0 0 ${WIDTH} ${HEIGHT}`,"aria-hidden":"true"});svg.append(label(0,12,title,"xp-heading"));
for(const[x,words]of ticksAcross)svg.append(label(x,FRAME.bottom+16,words,"xp-tick","middle"));for(const[y,words]of ticksUp)
svg.append(rule(FRAME.left,y,FRAME.right,y),label(FRAME.left-6,y+4,words,"xp-tick","end"));svg.append(label(FRAME.right,
HEIGHT-4,bottom,"xp-tick","end"));return svg}var percent=share=>`${Math.round(100*share)}%`;function describe(team,month){const refreshes=refreshesBy(team,month);const share=percent(
machineShare(team,refreshes));const tipping=tippingMonth(team);const when=tipping<Infinity?`more than half descends from\
 machines from month ${tipping} on`:"more than half never does";const times=`${refreshes} ${refreshes===1?"refresh":"ref\
reshes"} of the model`;const at=month?`Month ${month}, after ${times}`:"At the beginning";return`${at}: ${share} of the \
training text descends from machines. It levels off at ${percent(ceiling(team))}; ${when}.`}var MONTHS=120;var inTime=linear(0,MONTHS,FRAME.left,FRAME.right);var upward=linear(0,1,FRAME.bottom,FRAME.top);function months(){
const years=[0,24,48,72,96,120].map(month=>[inTime(month),String(month)]);const shares=[0,.25,.5,.75,1].map(share=>[upward(
share),percent(share)]);const svg=panel("Descends from machines","month",years,shares);const ahead=element("path",{class:"\
xp-line xp-ahead"});const behind=element("path",{class:"xp-line xp-behind"});const tips=element("circle",{r:6,class:"xp-\
machine"});const verdict=label(FRAME.left+4,FRAME.top+16,"","xp-heading xp-halo");const now=element("circle",{r:4.5,class:"\
xp-now"});svg.append(rule(FRAME.left,upward(.5),FRAME.right,upward(.5),"xp-half"),ahead,behind,tips,now,verdict);return{
svg,ahead,behind,tips,verdict,now}}function staircase(team,from,to){const first=refreshesBy(team,from);let path=`M${inTime(
from).toFixed(1)},${upward(machineShare(team,first)).toFixed(1)}`;for(let refresh=first+1;refresh*team.interval<=to;refresh++)
path+=`H${inTime(refresh*team.interval).toFixed(1)}V${upward(machineShare(team,refresh)).toFixed(1)}`;return`${path}H${inTime(
to).toFixed(1)}`}function place(circle,month,share){circle.setAttribute("cx",String(inTime(month)));circle.setAttribute(
"cy",String(upward(share)))}function drawMonths({ahead,behind,tips,verdict,now},team,month){behind.setAttribute("d",staircase(
team,0,month));ahead.setAttribute("d",staircase(team,month,MONTHS));const tipping=tippingMonth(team);tips.setAttribute("\
visibility",tipping<=MONTHS?"visible":"hidden");place(tips,tipping,.5);place(now,month,machineShare(team,refreshesBy(team,
month)));verdict.textContent=tipping<Infinity?`More than half from month ${tipping} on`:`Never half: it levels off at ${percent(
ceiling(team))}`}var BAR=20;var bar=(x,y,height,kind)=>element("rect",{x,y:y.toFixed(1),width:BAR,height:Math.max(0,height).toFixed(1),class:`\
xp-${kind}`});function ribbon([x1,y1,tall1],[x2,y2,tall2],kind){const bend=(x1+x2)/2;const curve=(a,b)=>`C${bend},${a.toFixed(
1)} ${bend},${b.toFixed(1)}`;const[end1,end2]=[y1+tall1,y2+tall2];const above=`M${x1},${y1.toFixed(1)}${curve(y1,y2)} ${x2}\
,${y2.toFixed(1)}`;const below=`V${end2.toFixed(1)}${curve(end2,end1)} ${x1},${end1.toFixed(1)}Z`;const[middle1,middle2]=[
(y1+end1)/2,(y2+end2)/2];const line=`M${x1},${middle1.toFixed(1)}${curve(middle1,middle2)} ${x2},${middle2.toFixed(1)}`;
return[element("path",{d:above+below,class:`xp-${kind} xp-ribbon`}),element("path",{d:line,class:`xp-stream xp-on-${kind}`})]}var[TOP,TALL]=[46,150];var STATIONS={draft:0,publish:92,scrape:196,train:228};var CELL=11;function workflow(){const svg=element(
"svg",{viewBox:`0 0 ${WIDTH} ${HEIGHT}`,"aria-hidden":"true"});const level=label(STATIONS.train+110,12,"","xp-synthetic",
"end");const flows=element("g");const dots=Array.from({length:100},(_,i)=>dot(i%10,Math.floor(i/10)));svg.append(label(0,
12,"The workflow","xp-heading"),...names(),flows,...dots,...wayHome(),level);return{svg,flows,dots,level}}function names(){
const under=TOP+TALL+17;return[label(STATIONS.draft,under,"Draft","xp-heading"),label(STATIONS.publish,under,"Publish","\
xp-heading"),label(STATIONS.scrape+BAR,under,"Scrape","xp-heading","end"),label(STATIONS.train,under,"Train","xp-heading")]}
var dot=(column,row)=>element("circle",{r:4.4,cx:STATIONS.train+CELL*(column+.5),cy:TOP+TALL/10*(row+.5)});function wayHome(){
const under=TOP+TALL+40;const line=`M${STATIONS.train+18},${under-17}V${under}H${BAR/2}V${under-14}`;return[element("pat\
h",{d:line,class:"xp-home"}),element("path",{d:`M${BAR/2-5},${under-9}l5,-7l5,7`,class:"xp-home"}),label(BAR,under+16,"t\
he model drafts what it has learnt","xp-tick")]}function drawWorkflow({flows,dots,level},team,refreshes){const made2=parts(
team,refreshes);const machine=Math.round(100*machineShare(team,refreshes));const archive=Math.round(100*(made2[0][0]==="\
archive"?made2[0][2]:0));const published={people:TOP,machine:TOP+(1-team.drafted)*TALL};flows.replaceChildren(...drafting(
"people",1-team.drafted,published.people),...drafting("machine",team.drafted,published.machine),...scraping(made2,team,published));
for(const[i,circle]of dots.entries())circle.setAttribute("class",i>=100-machine?"xp-machine":i<archive?"xp-kept":"xp-peo\
ple");level.textContent=`${machine}% from machines`}function*drafting(whose,share,y){const{draft,publish}=STATIONS;const tall=share*
TALL;if(share){yield bar(draft,y,tall,whose);yield*ribbon([draft+BAR,y,tall],[publish,y,tall],whose);yield bar(publish,y,
tall,whose)}const words=`${percent(share)} ${whose==="people"?"people":"model"}`;if(share>=.12)yield label(draft+BAR+5,y+
tall/2+4,words,"xp-small xp-halo")}function*scraping(made2,{drafted},tops){const{publish,scrape}=STATIONS;let y=TOP;for(const[
from,whose,share]of made2){const tall=share*TALL;const end=[scrape,y,tall];if(from==="new"&&share&&whose!=="kept"){const all=whose===
"machine"?drafted:1-drafted;yield*ribbon([publish+BAR,tops[whose],all*TALL],end,whose)}if(from==="archive"&&share){yield*ribbon(
[publish+60,TOP-26,tall],end,whose);yield label(publish+56,TOP-14,`archive ${percent(share)}`,"xp-small","end")}yield bar(
scrape,y,tall,`${whose}${from==="stayed"?" xp-stayed":""}`);y+=tall}}var KEY={people:"from people",kept:"from the archive",machine:"descends from machines"};function sliders(){const words=value=>`${value}\
%`;return{drafted:slider("Drafted by AI",{min:0,max:100,step:5,words}),scraped:slider("Exchanged for new pages",{min:5,max:100,
step:5,words}),kept:slider("Kept from people",{min:0,max:60,words}),interval:slider("Months between refreshes",{min:1,max:24})}}
function presets(teams,controls){const options=teams.map(({name})=>[name,name[0].toUpperCase()+name.slice(1)]);const team=radios(
"Team",[...options,["own","Yours"]]);const set=()=>{const chosen=teams.find(({name})=>name===team.value);if(!chosen)return;
controls.drafted.value=Math.round(100*chosen.drafted);controls.scraped.value=Math.round(100*chosen.scraped);controls.kept.
value=Math.round(100*chosen.kept);controls.interval.value=chosen.interval};const own=()=>{team.value="own"};team.element.
addEventListener("input",set);for(const control of Object.values(controls))control.element.addEventListener("input",own);
set();return team.element}function key(){const meanings=Object.entries(KEY).map(([kind,meaning])=>element("span",{},element(
"i",{class:`xp-${kind}`}),meaning));return element("p",{class:"xp-key","aria-hidden":"true"},...meanings)}function render({
model,el}){const controls=sliders();const[flow,share]=[workflow(),months()];return mount(el,{kind:"pipeline",title:"The \
content pipeline",presets:[presets(model.get("teams"),controls)],controls,last:MONTHS,pace:90,words:{made:"Month",value:String,
next:"Next refresh"},nextStep:(month,way,{interval})=>(way>0?Math.floor(month/interval)+1:Math.ceil(month/interval)-1)*interval,
picture:element("div",{class:"xp-picture"},key(),element("div",{class:"xp-pair"},flow.svg,share.svg)),simulate:({drafted,
scraped,kept,interval})=>({drafted:drafted/100,scraped:scraped/100,kept:kept/100,interval}),draw(team,month){drawWorkflow(
flow,team,refreshesBy(team,month));drawMonths(share,team,month)},describe})}var explorable_default={render};return __toCommonJS(explorable_exports);})();
export default bundle.default;
