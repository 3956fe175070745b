/* Made of collapse_lib/explorables/telephone/explorable.js by "make bundles": change that. */
var bundle=(()=>{var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __hasOwnProp=Object.prototype.hasOwnProperty;var __export=(target,all)=>{for(var name in all)__defProp(target,name,{get:all[name],enumerable:true})};var __copyProps=(to,from,except,desc)=>{
if(from&&typeof from==="object"||typeof from==="function"){for(let key of __getOwnPropNames(from))if(!__hasOwnProp.call(
to,key)&&key!==except)__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable})}
return to};var __toCommonJS=mod=>__copyProps(__defProp({},"__esModule",{value:true}),mod);var explorable_exports={};__export(explorable_exports,{default:()=>explorable_default});var SVG="http://www.w3.org/2000/svg";var DRAWN=["svg","g","path","circle","rect","line","text"];function element(tag,attributes={},...children){
const made2=DRAWN.includes(tag)?document.createElementNS(SVG,tag):document.createElement(tag);for(const[name,value]of Object.
entries(attributes))made2.setAttribute(name,String(value));made2.append(...children);return made2}var made=0;var unique=()=>`xp-${++made}`;function radios(legend,options,start=options[0][0]){const group=unique();const inputs=options.
map(([value])=>element("input",{type:"radio",name:group,value}));const labels=options.map(([,label],i)=>element("label",
{},inputs[i],element("span",{},label)));const choose=wanted=>{for(const input of inputs)input.checked=input.value===wanted};
choose(start);return{element:element("fieldset",{class:"xp-radios"},element("legend",{},legend),...labels),get value(){return options[inputs.
findIndex(input=>input.checked)][0]},set value(wanted){choose(wanted)}}}function slider(label,{min,max,step=1,start=min,
words=String}){const id=unique();const input=element("input",{type:"range",id,min,max,step,value:start});const output=element(
"output",{for:id});const describe2=()=>{output.textContent=words(Number(input.value));input.setAttribute("aria-valuetext",
output.textContent)};input.addEventListener("input",describe2);describe2();return{element:element("div",{class:"xp-slide\
r"},element("label",{for:id},label),output,input),get value(){return Number(input.value)},set value(wanted){input.value=
String(wanted);describe2()}}}function button(label,action,kind=""){const made2=element("button",{type:"button",class:`xp\
-button ${kind}`.trim()},label);made2.addEventListener("click",action);return made2}function disable(button2,off){button2.
setAttribute("aria-disabled",String(off))}var TWO_TO_53=2**53;function generator(seed){let[a,b,c,counter]=[0,seed>>>0,seed*2654435769>>>0,1];const next=()=>{const mixed=a+
b+counter>>>0;counter=counter+1>>>0;a=b^b>>>9;b=c+(c<<3)>>>0;c=(c<<21|c>>>11)+mixed>>>0;return mixed};for(let i=0;i<16;i++)
next();return()=>((next()>>>5)*2**26+(next()>>>6)+.5)/TWO_TO_53}function normal(random){for(;;){const x=2*random()-1;const y=2*
random()-1;const square=x*x+y*y;if(square<1)return x*Math.sqrt(-2*Math.log(square)/square)}}function gamma(random,shape){
if(shape<1)return gamma(random,shape+1)*random()**(1/shape);const d=shape-1/3;const c=1/Math.sqrt(9*d);for(;;){const x=normal(
random);const v=(1+c*x)**3;if(v>0&&Math.log(random())<x*x/2+d-d*v+d*Math.log(v))return d*v}}function binomial(random,n,p){let successes=0;while(n>16){const below=1+(n>>1);const left2=gamma(random,below);const middle=left2/
(left2+gamma(random,n+1-below));if(middle<p){successes+=below;n-=below;p=(p-middle)/(1-middle)}else{n=below-1;p/=middle}}
while(n-- >0)if(random()<p)successes++;return successes}function multinomial(random,n,weights){let rest=weights.reduce((sum,weight)=>sum+
weight,0);return weights.map(weight=>{const drawn2=weight?binomial(random,n,Math.min(1,weight/rest)):0;n-=drawn2;rest-=weight;
return drawn2})}function subset(random,n,counts){const pool=counts.flatMap((count,kind)=>Array(count).fill(kind));const drawn2=counts.
map(()=>0);for(let i=0;i<n;i++){const j=i+Math.floor(random()*(pool.length-i));drawn2[pool[j]]++;pool[j]=pool[i]}return drawn2}var COPIES=10;var KEPT=.1;function play(original,policy,copies,random){const size=original.reduce((sum,count)=>sum+count,
0);const bags=[original];const pile=[...original];for(let copy=0;copy<copies;copy++){const bag=drawn({original,newest:bags[copy],
pile},policy,size,random);for(const[word,count]of bag.entries())pile[word]+=count;bags.push(bag)}return bags}function drawn({
original,newest,pile},policy,size,random){if(policy==="replace")return multinomial(random,size,newest);if(policy==="accu\
mulate")return multinomial(random,size,pile);const kept=Math.round(KEPT*size);const fresh=subset(random,kept,original);return multinomial(
random,size-kept,newest).map((count,word)=>count+fresh[word])}function clock(pace,tick){let timer=0;return{get running(){return timer!==0},start(){timer=window.setInterval(tick,pace);
tick()},stop(){clearInterval(timer);timer=0}}}function whenSeen(picture,action){const watching=new IntersectionObserver(
([{isIntersecting}])=>{if(!isIntersecting)return;watching.disconnect();action()},{threshold:.3});watching.observe(picture)}var SPOKEN=2e3;var BUTTONS=["next","play","back","reset","rerun"];function mount(el,explorable){const{controls,last,words,
picture,simulate,draw:draw2,describe:describe2}=explorable;const{presets=[],shown=BUTTONS,after="",nextStep=(at2,way)=>at2+
way}=explorable;let[seed,step,spoken]=[1,0,0];const playing=clock(explorable.pace,turn);const caption=element("p",{class:"\
xp-caption","aria-hidden":"true"});const liveRegion=element("p",{class:"xp-live-region","aria-live":"polite"});const at=slider(
words.made,{min:0,max:last,words:words.value});const buttons={next:button(words.next,()=>go(nextStep(step,1,settings())),
"xp-first"),play:button("Play",()=>playing.running?stop():start()),back:button("Back",()=>go(nextStep(step,-1,settings()))),
reset:button("Start over",()=>go(0)),rerun:words.rerun?button(words.rerun,()=>rerun(seed+1)):""};const form=element("for\
m",{class:"xp-controls",autocomplete:"off"},...presets);form.append(...Object.values(controls).map(control=>control.element));
const row2=element("div",{class:"xp-buttons"},...shown.map(name=>buttons[name]));const root=element("section",{class:`xp\
 xp-${explorable.kind}`,"aria-label":explorable.title});root.append(form,row2,at.element,picture,caption,liveRegion,after);
const settings=()=>{const values=Object.entries(controls).map(([name,control])=>[name,control.value]);return Object.fromEntries(
values)};let run=simulate(settings(),seed);function show(){at.value=step;root.dataset.step=String(step);disable(buttons.
back,step===0);disable(buttons.reset,step===0);disable(buttons.next,step===last);draw2(run,step,settings(),seed);caption.
textContent=describe2(run,step,settings(),seed);if(!playing.running||performance.now()-spoken>SPOKEN)speak()}function speak(){
if("opening"in root.dataset)return;if(liveRegion.textContent!==caption.textContent)liveRegion.textContent=caption.textContent;
spoken=performance.now()}function go(wanted){stop();step=Math.max(0,Math.min(last,wanted));show()}function rerun(wanted){
seed=wanted;run=simulate(settings(),seed);show()}function start(){if(step===last)step=0;buttons.play.textContent="Pause";
root.dataset.playing="";playing.start()}function turn(){if(!root.isConnected||document.hidden)return stop();step++;show();
if(step>=last)stop()}function stop(){if(!playing.running)return;playing.stop();buttons.play.textContent="Play";delete root.
dataset.playing;speak();delete root.dataset.opening}function open(){if(step||playing.running||seed>1)return;root.dataset.
opening="";start()}at.element.addEventListener("input",()=>go(at.value));form.addEventListener("submit",event=>event.preventDefault());
form.addEventListener("input",()=>rerun(seed));el.replaceChildren(root);show();if(explorable.opens&&matchMedia("(prefers\
-reduced-motion: no-preference)").matches)whenSeen(picture,open);return()=>{stop();root.remove()}}var BANDS=[["once",1,1],["twice",2,2],["three to five times",3,5],["six times or more",6,Infinity]];var[ONCE,OFTEN]=[0,BANDS.
length-1];var inBand=([,low,high])=>count=>count>=low&&count<=high;function left(original,bag){return BANDS.map(band=>original.
filter((count,word)=>inBand(band)(count)&&bag[word]).length)}var AREA=6.6;function diameter(count,size){return Math.max(4,AREA*Math.sqrt(count*1e3/size))}function dot(word,count,size){
const across=diameter(count,size);const name=word.length*6.5+8<across?word:"";const slot=element("i",{class:"xp-slot","d\
ata-word":word},element("b",{},name));slot.style.setProperty("--slot",`${Math.ceil(1.1*across+6)}px`);slot.style.setProperty(
"--dot",`${across.toFixed(1)}px`);return slot}function layOut(words,original,size){const order=[...original.entries()].filter(
([,count])=>count).sort((a,b)=>b[1]-a[1]);const dots=new Map(order.map(([word,count])=>[word,dot(words[word],count,size)]));
const rows=BANDS.map((band,place)=>{const those=[...dots].filter(([word])=>inBand(band)(original[word])).map(([,slot])=>slot);
return row(band[0],place,those)});return{size,dots,rows:rows.filter(({total})=>total)}}function row(band,place,dots){const parts={
tally:element("span",{class:"xp-tally"}),gauge:element("span",{class:"xp-gauge"})};const name=element("span",{class:"xp-\
band"},`Stood ${band}`);const head=element("div",{class:"xp-head"},name,parts.tally,parts.gauge);const field=element("di\
v",{class:"xp-dots"},...dots);return{...parts,place,total:dots.length,element:element("div",{},head,field)}}function draw({
size,dots,rows},{original,bag,last,earlier}){for(const[word,slot]of dots){slot.className=`xp-slot ${bag[word]?"here":last[word]?
"going":"gone"}`;const scale=bag[word]?diameter(bag[word],size)/diameter(original[word],size):1;slot.style.setProperty("\
--grown",scale.toFixed(3))}const counts=left(original,bag);const before=earlier.map(other=>left(original,other));for(const{
place,total,tally,gauge}of rows){tally.replaceChildren(`${counts[place]} of ${total}`,element("span",{class:"xp-roomy"},
" left"));const shares=before.map(other=>other[place]/total);fillGauge(gauge,counts[place]/total,shares)}}function fillGauge(gauge,share,before){
const bar=element("span",{class:"xp-fill"});bar.style.width=`${100*share}%`;const marks=before.map(other=>{const mark=element(
"span",{class:"xp-mark"});mark.style.left=`${100*other}%`;return mark});gauge.replaceChildren(bar,...marks)}var times=count=>count===0?"no longer":count===1?"once":count===2?"twice":`${count} times`;function named(list,most){const shown=list.
slice(0,most).join(", ");return list.length>most?`${shown} and ${list.length-most} more`:shown}function describe({bags,before},step,_,seed){
const[original,bag]=[bags[0],bags[step]];const counts=left(original,bag);const totals=left(original,original);const run=`\
Run ${seed} (seed ${seed})`;const different=original.filter(Boolean).length;if(!step)return`${run}, before any copy: ${totals[ONCE]}\
 of ${different} different words stand in the bag once.`;const share=Math.round(100*counts[ONCE]/totals[ONCE]);const rare=`\
of the ${totals[ONCE]} words that stood once ${counts[ONCE]} are left (${share}%).`;const sentences=[`${run}, copy ${step}\
: ${rare}`];const previous=before.at(-1)?.[step];if(previous){const same=previous.filter((count,word)=>original[word]===
1&&count&&bag[word]).length;sentences.push(`Of these ${counts[ONCE]}, ${same} were left in run ${seed-1} too.`)}const often=counts[OFTEN]===
totals[OFTEN]?`All ${totals[OFTEN]}`:`${counts[OFTEN]} of the ${totals[OFTEN]}`;if(totals[OFTEN])sentences.push(`${often}\
 that stood six times or more are left.`);return sentences.join(" ")}function headline(words,bags,step){if(!step)return"\
Nothing is copied yet. Point at a dot to see its word.";const[original,last,bag]=[bags[0],bags[step-1],bags[step]];const went=words.
filter((_,word)=>last[word]&&!bag[word]);const back=words.filter((_,word)=>!last[word]&&bag[word]&&original[word]);const lines=[
`Went in copy ${step}: ${named(went,6)||"none"}.`];if(back.length)lines.push(`Came back: ${named(back,4)}.`);return lines.
join(" ")}var aboutOne=(word,original,count,step)=>`“${word}” stood ${times(original)} in the original. In ${step?`c\
opy ${step}`:"the bag"} it stands ${times(count)}.`;function whichWords(words,original,bag){return BANDS.flatMap(band=>{
const those=[...words.keys()].filter(word=>inBand(band)(original[word]));const listed=here=>those.filter(word=>Boolean(bag[word])===
here).map(word=>words[word]).join(", ")||"none";return those.length?[{band:band[0],left:listed(true),gone:listed(false)}]:
[]})}var SHOWN_RUNS=30;var POLICIES=[["replace","Replace"],["kept","10% kept"],["accumulate","Accumulate"]];var KEY={here:"in\
 the newest copy",going:"went in this copy",gone:"gone",mark:"earlier runs"};function render({model,el}){const words=model.
get("words");const bags=model.get("bags");const field=element("div",{class:"xp-field","aria-hidden":"true"});const news=element(
"p",{class:"xp-news"});const key=element("p",{class:"xp-key","aria-hidden":"true"});for(const[name,meaning]of Object.entries(
KEY))key.append(element("span",{},element("i",{class:name}),meaning));const lists=element("div");const which=element("de\
tails",{class:"xp-which"},element("summary",{},"Which words?"),lists);let layout;let now;function laidOut(size){if(layout?.
size===Number(size))return layout;layout=layOut(words,bags[size],Number(size));field.replaceChildren(...layout.rows.map(
row2=>row2.element));return layout}function list(){const bands=whichWords(words,now.original,now.bag).flatMap(({band,left:left2,
gone})=>[element("dt",{},`Words that stood ${band}`),element("dd",{},`Left: ${left2}.`),element("dd",{},`Gone: ${gone}.`)]);
lists.replaceChildren(element("dl",{},...bands))}function point({target}){const name=target.closest(".xp-slot")?.getAttribute(
"data-word");if(!name)return;const word=words.indexOf(name);news.textContent=aboutOne(name,now.original[word],now.bag[word],
now.step)}field.addEventListener("pointerover",point);const sizes=Object.keys(bags).map(size=>[size,Number(size).toLocaleString(
"en")]);return mount(el,{kind:"telephone",title:"The telephone game",controls:{size:radios("Words in the bag",sizes,sizes[Math.
floor(sizes.length/2)][0]),policy:radios("Policy",POLICIES)},last:COPIES,pace:1e3,words:{made:"Copies made",value:String,
next:"Next copy",rerun:"Run again"},picture:element("div",{class:"xp-picture"},key,field,news),after:which,simulate({size,
policy},seed){const copied=s=>play(bags[size],policy,COPIES,generator(s));const first=Math.max(1,seed-SHOWN_RUNS);return{
bags:copied(seed),before:Array.from({length:seed-first},(_,i)=>copied(first+i))}},draw({bags:bags2,before},step,{size}){
const[original,bag,last]=[bags2[0],bags2[step],bags2[Math.max(0,step-1)]];now={original,bag,step};draw(laidOut(size),{original,
bag,last,earlier:before.map(other=>other[step])});news.textContent=headline(words,bags2,step);list()},describe})}var explorable_default={
render};return __toCommonJS(explorable_exports);})();
export default bundle.default;
