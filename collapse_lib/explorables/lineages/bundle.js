/* Made of collapse_lib/explorables/lineages/explorable.js by "make bundles": change that. */
var bundle=(()=>{var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __hasOwnProp=Object.prototype.hasOwnProperty;var __export=(target,all)=>{for(var name in all)__defProp(target,name,{get:all[name],enumerable:true})};var __copyProps=(to,from,except,desc)=>{
if(from&&typeof from==="object"||typeof from==="function"){for(let key of __getOwnPropNames(from))if(!__hasOwnProp.call(
to,key)&&key!==except)__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable})}
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
picture,simulate:simulate2,draw,describe:describe2}=explorable;const{presets=[],shown=BUTTONS,after="",nextStep=(at2,way)=>at2+
way}=explorable;let[seed,step,spoken]=[1,0,0];const playing=clock(explorable.pace,turn);const caption=element("p",{class:"\
xp-caption","aria-hidden":"true"});const liveRegion=element("p",{class:"xp-live-region","aria-live":"polite"});const at=slider(
words.made,{min:0,max:last,words:words.value});const buttons={next:button(words.next,()=>go(nextStep(step,1,settings())),
"xp-first"),play:button("Play",()=>playing.running?stop():start()),back:button("Back",()=>go(nextStep(step,-1,settings()))),
reset:button("Start over",()=>go(0)),rerun:words.rerun?button(words.rerun,()=>rerun(seed+1)):""};const form=element("for\
m",{class:"xp-controls",autocomplete:"off"},...presets);form.append(...Object.values(controls).map(control=>control.element));
const row=element("div",{class:"xp-buttons"},...shown.map(name=>buttons[name]));const root=element("section",{class:`xp \
xp-${explorable.kind}`,"aria-label":explorable.title});root.append(form,row,at.element,picture,caption,liveRegion,after);
const settings=()=>{const values=Object.entries(controls).map(([name,control])=>[name,control.value]);return Object.fromEntries(
values)};let run=simulate2(settings(),seed);function show(){at.value=step;root.dataset.step=String(step);disable(buttons.
back,step===0);disable(buttons.reset,step===0);disable(buttons.next,step===last);draw(run,step,settings(),seed);caption.
textContent=describe2(run,step,settings(),seed);if(!playing.running||performance.now()-spoken>SPOKEN)speak()}function speak(){
if("opening"in root.dataset)return;if(liveRegion.textContent!==caption.textContent)liveRegion.textContent=caption.textContent;
spoken=performance.now()}function go(wanted){stop();step=Math.max(0,Math.min(last,wanted));show()}function rerun(wanted){
seed=wanted;run=simulate2(settings(),seed);show()}function start(){if(step===last)step=0;buttons.play.textContent="Pause";
root.dataset.playing="";playing.start()}function turn(){if(!root.isConnected||document.hidden)return stop();step++;show();
if(step>=last)stop()}function stop(){if(!playing.running)return;playing.stop();buttons.play.textContent="Play";delete root.
dataset.playing;speak();delete root.dataset.opening}function open(){if(step||playing.running||seed>1)return;root.dataset.
opening="";start()}at.element.addEventListener("input",()=>go(at.value));form.addEventListener("submit",event=>event.preventDefault());
form.addEventListener("input",()=>rerun(seed));el.replaceChildren(root);show();if(explorable.opens&&matchMedia("(prefers\
-reduced-motion: no-preference)").matches)whenSeen(picture,open);return()=>{stop();root.remove()}}var[WIDTH,HEIGHT]=[340,262];var FRAME={left:42,right:328,top:26,bottom:226};var linear=(low,high,from,to)=>value=>from+(Math.
max(low,Math.min(high,value))-low)/(high-low)*(to-from);var label=(x,y,text,kind="",anchor="start")=>element("text",{x,y,
class:kind,"text-anchor":anchor},text);var rule=(x1,y1,x2,y2,kind="xp-rule")=>element("line",{x1,y1,x2,y2,class:kind});function panel(title,bottom,ticksAcross,ticksUp){
const svg=element("svg",{viewBox:`0 0 ${WIDTH} ${HEIGHT}`,"aria-hidden":"true"});svg.append(label(0,12,title,"xp-heading"));
for(const[x,words]of ticksAcross)svg.append(label(x,FRAME.bottom+16,words,"xp-tick","middle"));for(const[y,words]of ticksUp)
svg.append(rule(FRAME.left,y,FRAME.right,y),label(FRAME.left-6,y+4,words,"xp-tick","end"));svg.append(label(FRAME.right,
HEIGHT-4,bottom,"xp-tick","end"));return svg}var TWO_TO_53=2**53;function generator(seed){let[a,b,c,counter]=[0,seed>>>0,seed*2654435769>>>0,1];const next=()=>{const mixed=a+
b+counter>>>0;counter=counter+1>>>0;a=b^b>>>9;b=c+(c<<3)>>>0;c=(c<<21|c>>>11)+mixed>>>0;return mixed};for(let i=0;i<16;i++)
next();return()=>((next()>>>5)*2**26+(next()>>>6)+.5)/TWO_TO_53}function normal(random){for(;;){const x=2*random()-1;const y=2*
random()-1;const square=x*x+y*y;if(square<1)return x*Math.sqrt(-2*Math.log(square)/square)}}function gamma(random,shape){
if(shape<1)return gamma(random,shape+1)*random()**(1/shape);const d=shape-1/3;const c=1/Math.sqrt(9*d);for(;;){const x=normal(
random);const v=(1+c*x)**3;if(v>0&&Math.log(random())<x*x/2+d-d*v+d*Math.log(v))return d*v}}var chiSquare=(random,freedom)=>2*
gamma(random,freedom/2);var FRESH=.1;function drawn(random,size,mean,std){const squares=size>1?std*std*chiSquare(random,size-1):0;return{size,mean:mean+
std/Math.sqrt(Math.max(size,1))*normal(random),squares}}function merged(one,other){const size=one.size+other.size;const gap=other.
mean-one.mean;const squares=one.squares+other.squares+gap*gap*one.size*other.size/size;return{size,mean:one.mean+gap*other.
size/size,squares}}function nextData(data,std,policy,samples,random){if(policy==="accumulate")return merged(data,drawn(random,
samples,data.mean,std));const fresh=policy==="fresh"?Math.round(FRESH*samples):0;const synthetic=drawn(random,samples-fresh,
data.mean,std);return fresh?merged(synthetic,drawn(random,fresh,0,1)):synthetic}function lineage({policy,samples,ddof},{
last,stride},random){const curves=[];let data=drawn(random,samples,0,1);for(let generation=0;;generation++){const std=Math.
sqrt(data.squares/(data.size-ddof));if(generation%stride===0)curves.push([data.mean,std]);if(generation===last)return curves;
data=nextData(data,std,policy,samples,random)}}var distance=([mean,std])=>mean*mean+(std-1)**2;var average=values=>values.
reduce((sum,value)=>sum+value,0)/values.length;function median(values){const sorted=[...values].sort((a,b)=>a-b);const half=sorted.
length>>1;return sorted.length%2?sorted[half]:(sorted[half-1]+sorted[half])/2}var LINEAGES=100;var LAST=500;var STRIDE=5;function simulate({samples,policy,ddof},seed){const random=generator(seed);const settings={
policy,samples:Number(samples),ddof:Number(ddof)};const generations={last:LAST,stride:STRIDE};const lineages=Array.from(
{length:LINEAGES},()=>lineage(settings,generations,random));const away=lineages[0].map((_,step)=>lineages.map(curves=>distance(
curves[step])));return{lineages,away,typical:away.map(median),mean:away.map(average)}}var short=value=>value>=9.95?value.
toFixed(0):value>=.995?value.toFixed(1):value.toFixed(2);function describe({lineages,away,typical,mean},step,{samples},seed){
const top=Math.max(...away[step]);const part=Math.round(100*top/(LINEAGES*mean[step]));const narrow=lineages.filter(curves=>curves[step][1]<
.5).length;return`Run ${seed} (seed ${seed}), generation ${step*STRIDE}, ${samples} samples each: the squared distance f\
rom the truth is ${short(typical[step])} for the typical lineage and ${short(mean[step])} on average. The farthest one, \
at ${short(top)}, makes up ${part}% of the average. ${narrow} of ${LINEAGES} are less than half as wide as the truth.`}var HALF=3;var WIDEST=2.4;var[NEAREST,FARTHEST]=[-2,2];var across=linear(-HALF,HALF,FRAME.left,FRAME.right);var upward=linear(
0,WIDEST,FRAME.bottom,FRAME.top);var inTime=linear(0,LAST,FRAME.left,FRAME.right-62);var powers=linear(NEAREST,FARTHEST,
FRAME.bottom,FRAME.top);var faraway=value=>powers(Math.log10(Math.max(value,1e-9)));var dotsOf=r=>Array.from({length:LINEAGES},
()=>element("circle",{r,class:"xp-lineage"}));function places(){const centres=[-3,-2,-1,0,1,2,3].map(mean=>[across(mean),
String(mean).replace("-","−")]);const widths=[0,1,2].map(std=>[upward(std),String(std)]);const svg=panel("How wide eac\
h curve is","where its centre is (on the edge: beyond it)",centres,widths);const dots=dotsOf(3.6);const ring=element("ci\
rcle",{r:7,class:"xp-ring"});const[x,y]=[across(0),upward(1)];const truth=[rule(x-7,y,x+7,y,"xp-truth"),rule(x,y-7,x,y+7,
"xp-truth")];svg.append(...dots,...truth,label(x+9,y-8,"truth","xp-real xp-halo"),ring);return{svg,dots,ring}}function distances(){
const times=[0,100,200,300,400,500].map(generation=>[inTime(generation),String(generation)]);const tens=[.01,.1,1,10,100].
map(value=>[faraway(value),String(value)]);const svg=panel("Squared distance from the truth","generation",times,tens);const dots=dotsOf(
2.4);const lines=["typical","average"].map(name=>element("path",{class:`xp-line xp-${name}`}));const names=[label(0,0,"t\
ypical","xp-synthetic xp-halo"),label(0,0,"average","xp-real xp-halo")];const ring=element("circle",{r:6,class:"xp-ring"});
svg.append(...dots,...lines,...names,ring);return{svg,dots,lines,names,ring}}function place(circle,x,y){circle.setAttribute(
"cx",x.toFixed(1));circle.setAttribute("cy",y.toFixed(1))}function drawPlaces({dots,ring},{lineages,away},step){const curves=lineages.
map(lineage2=>lineage2[step]);for(const[i,[mean2,std2]]of curves.entries())place(dots[i],across(mean2),upward(std2));const[
mean,std]=curves[farthest(away[step])];place(ring,across(mean),upward(std))}function drawDistances({dots,lines,names,ring},{
away,typical,mean},step){const x=inTime(step*STRIDE);const beside=i=>x+4+i*37%11;for(const[i,value]of away[step].entries())
place(dots[i],beside(i),faraway(value));const rarest=farthest(away[step]);place(ring,beside(rarest),faraway(away[step][rarest]));
for(const[i,values]of[typical,mean].entries()){lines[i].setAttribute("d",`M${values.slice(0,step+1).map(point).join("L")}`);
names[i].setAttribute("x",String(x+20));names[i].setAttribute("y",String(Math.min(faraway(values[step])+[10,0][i],FRAME.
bottom-[4,20][i])))}}var point=(value,step)=>`${inTime(step*STRIDE).toFixed(1)},${faraway(value).toFixed(1)}`;var farthest=values=>values.
indexOf(Math.max(...values));var SIZES=[["20","20"],["100","100"],["500","500"]];var POLICIES=[["replace","Replace"],["fresh","10% fresh"],["accumula\
te","Accumulate"]];var FORMULAS=[["1","M − 1"],["0","M"]];function render({el}){const[where,howFar]=[places(),distances()];
return mount(el,{kind:"lineages",title:"A hundred lineages",controls:{samples:radios("Samples per generation, M",SIZES,"\
100"),policy:radios("Policy",POLICIES),ddof:radios("Variance: divide by",FORMULAS)},last:LAST/STRIDE,pace:80,words:{made:"\
Generation",value:step=>String(step*STRIDE),next:`${STRIDE} generations on`,rerun:"Run again"},picture:element("div",{class:"\
xp-picture xp-pair"},where.svg,howFar.svg),simulate,draw(run,step){drawPlaces(where,run,step);drawDistances(howFar,run,step)},
describe})}var explorable_default={render};return __toCommonJS(explorable_exports);})();
export default bundle.default;
