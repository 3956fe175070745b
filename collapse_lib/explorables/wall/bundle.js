/* Made of collapse_lib/explorables/wall/explorable.js by "make bundles": change that. */
var bundle=(()=>{var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __hasOwnProp=Object.prototype.hasOwnProperty;var __export=(target,all)=>{for(var name in all)__defProp(target,name,{get:all[name],enumerable:true})};var __copyProps=(to,from,except,desc)=>{
if(from&&typeof from==="object"||typeof from==="function"){for(let key of __getOwnPropNames(from))if(!__hasOwnProp.call(
to,key)&&key!==except)__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable})}
return to};var __toCommonJS=mod=>__copyProps(__defProp({},"__esModule",{value:true}),mod);var explorable_exports={};__export(explorable_exports,{default:()=>explorable_default});var SVG="http://www.w3.org/2000/svg";var DRAWN=["svg","g","path","circle","rect","line","text"];function element(tag,attributes={},...children){
const made2=DRAWN.includes(tag)?document.createElementNS(SVG,tag):document.createElement(tag);for(const[name,value]of Object.
entries(attributes))made2.setAttribute(name,String(value));made2.append(...children);return made2}var TWO_TO_53=2**53;function generator(seed){let[a,b,c,counter]=[0,seed>>>0,seed*2654435769>>>0,1];const next=()=>{const mixed=a+
b+counter>>>0;counter=counter+1>>>0;a=b^b>>>9;b=c+(c<<3)>>>0;c=(c<<21|c>>>11)+mixed>>>0;return mixed};for(let i=0;i<16;i++)
next();return()=>((next()>>>5)*2**26+(next()>>>6)+.5)/TWO_TO_53}function normal(random){for(;;){const x=2*random()-1;const y=2*
random()-1;const square=x*x+y*y;if(square<1)return x*Math.sqrt(-2*Math.log(square)/square)}}function gamma(random,shape){
if(shape<1)return gamma(random,shape+1)*random()**(1/shape);const d=shape-1/3;const c=1/Math.sqrt(9*d);for(;;){const x=normal(
random);const v=(1+c*x)**3;if(v>0&&Math.log(random())<x*x/2+d-d*v+d*Math.log(v))return d*v}}function binomial(random,n,p){let successes=0;while(n>16){const below=1+(n>>1);const left=gamma(random,below);const middle=left/
(left+gamma(random,n+1-below));if(middle<p){successes+=below;n-=below;p=(p-middle)/(1-middle)}else{n=below-1;p/=middle}}
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
([{isIntersecting}])=>{if(!isIntersecting)return;watching.disconnect();action()},{threshold:.3});watching.observe(picture)}var made=0;var unique=()=>`xp-${++made}`;function slider(label,{min,max,step=1,start=min,words=String}){const id=unique();const input=element("input",{type:"rang\
e",id,min,max,step,value:start});const output=element("output",{for:id});const describe=()=>{output.textContent=words(Number(
input.value));input.setAttribute("aria-valuetext",output.textContent)};input.addEventListener("input",describe);describe();
return{element:element("div",{class:"xp-slider"},element("label",{for:id},label),output,input),get value(){return Number(
input.value)},set value(wanted){input.value=String(wanted);describe()}}}function button(label,action,kind=""){const made2=element(
"button",{type:"button",class:`xp-button ${kind}`.trim()},label);made2.addEventListener("click",action);return made2}function disable(button2,off){
button2.setAttribute("aria-disabled",String(off))}var SPOKEN=2e3;var BUTTONS=["next","play","back","reset","rerun"];function mount(el,explorable){const{controls,last,words,
picture,simulate,draw,describe}=explorable;const{presets=[],shown=BUTTONS,after="",nextStep=(at2,way)=>at2+way}=explorable;
let[seed,step,spoken]=[1,0,0];const playing=clock(explorable.pace,turn);const caption=element("p",{class:"xp-caption","a\
ria-hidden":"true"});const liveRegion=element("p",{class:"xp-live-region","aria-live":"polite"});const at=slider(words.made,
{min:0,max:last,words:words.value});const buttons={next:button(words.next,()=>go(nextStep(step,1,settings())),"xp-first"),
play:button("Play",()=>playing.running?stop():start()),back:button("Back",()=>go(nextStep(step,-1,settings()))),reset:button(
"Start over",()=>go(0)),rerun:words.rerun?button(words.rerun,()=>rerun(seed+1)):""};const form=element("form",{class:"xp\
-controls",autocomplete:"off"},...presets);form.append(...Object.values(controls).map(control=>control.element));const row=element(
"div",{class:"xp-buttons"},...shown.map(name=>buttons[name]));const root=element("section",{class:`xp xp-${explorable.kind}`,
"aria-label":explorable.title});root.append(form,row,at.element,picture,caption,liveRegion,after);const settings=()=>{const values=Object.
entries(controls).map(([name,control])=>[name,control.value]);return Object.fromEntries(values)};let run=simulate(settings(),
seed);function show(){at.value=step;root.dataset.step=String(step);disable(buttons.back,step===0);disable(buttons.reset,
step===0);disable(buttons.next,step===last);draw(run,step,settings(),seed);caption.textContent=describe(run,step,settings(),
seed);if(!playing.running||performance.now()-spoken>SPOKEN)speak()}function speak(){if("opening"in root.dataset)return;if(liveRegion.
textContent!==caption.textContent)liveRegion.textContent=caption.textContent;spoken=performance.now()}function go(wanted){
stop();step=Math.max(0,Math.min(last,wanted));show()}function rerun(wanted){seed=wanted;run=simulate(settings(),seed);show()}
function start(){if(step===last)step=0;buttons.play.textContent="Pause";root.dataset.playing="";playing.start()}function turn(){
if(!root.isConnected||document.hidden)return stop();step++;show();if(step>=last)stop()}function stop(){if(!playing.running)
return;playing.stop();buttons.play.textContent="Play";delete root.dataset.playing;speak();delete root.dataset.opening}function open(){
if(step||playing.running||seed>1)return;root.dataset.opening="";start()}at.element.addEventListener("input",()=>go(at.value));
form.addEventListener("submit",event=>event.preventDefault());form.addEventListener("input",()=>rerun(seed));el.replaceChildren(
root);show();if(explorable.opens&&matchMedia("(prefers-reduced-motion: no-preference)").matches)whenSeen(picture,open);return()=>{
stop();root.remove()}}var KEY={here:"still there",going:"went in this copy",gone:"gone"};function render({model,el}){const words=model.get("wo\
rds");const bag=model.get("bag");const once=[...bag.keys()].filter(word=>bag[word]===1);const size=bag.reduce((sum,count)=>sum+
count,0);const bricks=once.map(word=>element("span",{},words[word]));const names=Object.entries(KEY).map(([state,meaning])=>element(
"span",{class:state},meaning));const key=element("p",{class:"xp-key","aria-hidden":"true"},...names);const wall=element(
"p",{class:"xp-words","aria-hidden":"true"},...bricks);return mount(el,{kind:"wall",title:"A bag of words, copied",controls:{},
last:COPIES,pace:700,words:{made:"Copies made",value:String,next:"Next copy",rerun:"Run again"},shown:["next","play","re\
run"],opens:true,picture:element("div",{class:"xp-picture"},wall,key),simulate:(_,seed)=>play(bag,"replace",COPIES,generator(
seed)),draw(bags,step){const[newest,before]=[bags[step],bags[Math.max(0,step-1)]];for(const[i,word]of once.entries())bricks[i].
className=newest[word]?"here":before[word]?"going":"gone"},describe(bags,step,_,seed){const left=once.filter(word=>bags[step][word]).
length;if(!step)return`Each of these ${once.length} words stands once in a bag of ${size} words. Copy the bag, then copy\
 the copy.`;const share=Math.round(100*left/once.length);const end=step===COPIES?" Run again: others will be left, but a\
bout as many.":"";return`Copy ${step}, run ${seed}: ${left} of the ${once.length} words are left (${share}%).${end}`}})}
var explorable_default={render};return __toCommonJS(explorable_exports);})();
export default bundle.default;
