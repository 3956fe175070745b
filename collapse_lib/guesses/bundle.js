/* Made of collapse_lib/guesses/main.js by "make bundles": change that. */
(()=>{var STORE="model-collapse-guess:";var KEPT="model-collapse-guess-kept";var LONGEST=300;var{google}=window;var colab=Boolean(
google?.colab)||location.hostname.endsWith("googleusercontent.com");function guessIn(found){const{value,words,sure}=found??
{};if(!(isText(value)||Number.isFinite(value))||!isText(words)||!words.trim()||!isText(sure))return null;return{value,words,
sure}}var isText=value=>typeof value==="string"&&value.length<=LONGEST;function inStore(action,otherwise){if(colab)return otherwise;
try{return action(window.localStorage)}catch{return otherwise}}function read(key){return inStore(store=>guessIn(JSON.parse(
store.getItem(STORE+key)??"null")),null)}function write(key,guess){return inStore(store=>{if(guess)store.setItem(STORE+key,
JSON.stringify(guess));else store.removeItem(STORE+key);return Boolean(store.getItem(STORE+key))===Boolean(guess)},false)}
function keeps(){return inStore(store=>{store.setItem(STORE,"trial");const kept=store.getItem(STORE)==="trial";store.removeItem(
STORE);return kept},false)}function announce(key,guess){window.dispatchEvent(new CustomEvent(KEPT,{detail:{key,guess}}))}
function onChange(key,action){window.addEventListener(KEPT,event=>{const{detail}=event;if(detail.key===key)action(detail.
guess)});window.addEventListener("storage",event=>event.key===STORE+key&&action(read(key)))}var inWords=guess=>guess.sure?
`${guess.words}, ${guess.sure}`:guess.words;var KEPT2="Your guess stays in this browser. It is sent nowhere.";var NOT_KEPT=colab?"Colab gives each output a frame of\
 its own, so a guess is not kept here. Note it down.":"Your guess cannot be kept in this browser. Note it down.";function partsOf(card){
const part=selector=>card.querySelector(selector);return{range:card.querySelector("input[type=range]"),output:card.querySelector(
"output"),buttons:part(".guess-buttons"),keep:part(".guess-keep"),forget:part(".guess-forget"),status:part(".guess-statu\
s"),note:part(".guess-note")}}var radios=(card,group)=>[...card.querySelectorAll(`input[name$='-${group}']`)].filter(isInput);
var isInput=element=>element instanceof HTMLInputElement;var checked=(card,group)=>radios(card,group).find(radio=>radio.
checked)?.value;function check(card,group,value){for(const radio of radios(card,group))radio.checked=radio.value===value}
function answers(card,value){const{range}=partsOf(card);if(range)return typeof value==="number"&&value>=Number(range.min)&&
value<=Number(range.max);return radios(card,"option").some(radio=>radio.value===value)}function withUnit(value,unit){const number=Number(
value).toLocaleString("en");if(unit==="%")return`${number}%`;return`${number} ${number==="1"?unit.replace(/s$/,""):unit}`.
trim()}function ask(card){const{guess:key="",unit=""}=card.dataset;const{range,output,buttons,keep,forget,status,note}=partsOf(
card);function show(){if(!range||!output)return;output.hidden=false;output.textContent=withUnit(range.value,unit);range.
setAttribute("aria-valuetext",output.textContent)}function made(){const sure=checked(card,"sure")??"";if(range)return{value:Number(
range.value),words:withUnit(range.value,unit),sure};const picked=checked(card,"option");return picked===void 0?null:{value:picked,
words:`“${picked}”`,sure}}keep.addEventListener("click",()=>{const guess2=made();if(!guess2){status.textContent="Pic\
k an answer first.";return}const stored=write(key,guess2);status.textContent=`${stored?"Kept":"Your guess"}: ${inWords(guess2)}\
.`;note.textContent=stored?KEPT2:NOT_KEPT;forget.hidden=!stored;announce(key,guess2)});forget.addEventListener("click",()=>{
write(key,null);status.textContent="Forgotten.";keep.focus();forget.hidden=true;check(card,"option",null);check(card,"su\
re",null);announce(key,null)});range?.addEventListener("input",show);const kept=read(key);const guess=kept&&answers(card,
kept.value)?kept:null;if(guess){if(range)range.value=String(guess.value);check(card,"option",guess.value);check(card,"su\
re",guess.sure);status.textContent=`Kept: ${inWords(made()??guess)}.`}note.textContent=keeps()?KEPT2:NOT_KEPT;buttons.hidden=
false;forget.hidden=!guess;show()}function recall(card){const key=card.dataset.recall??"";const status=card.querySelector(".guess-status");const invitation=card.
querySelector(".guess-invitation");const details=card.querySelector("details");const show=guess=>{status.textContent=guess?
`You guessed ${inWords(guess)}.`:"";invitation.hidden=Boolean(guess);details.open=Boolean(guess)};show(read(key));link(invitation,
key);onChange(key,show)}function link(invitation,key){const here=document.getElementById(`guess-${key}`);if(!here&&!location.
pathname.endsWith(".html"))return;const way=document.createElement("a");way.href=here?`#${here.id}`:`01-warm-up.html#gue\
ss-${key}`;way.textContent=here?"Guess first":"Guess first, in the warm-up";invitation.replaceChildren(way,", or look at\
 once.")}function takeUp(name,start){for(const card of document.querySelectorAll(`[data-${name}]:not([data-ready])`)){if(!(card instanceof
HTMLElement))continue;card.dataset.ready="";start(card)}}takeUp("guess",ask);takeUp("recall",recall);})();
