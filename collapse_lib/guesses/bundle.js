/* Made of collapse_lib/guesses/main.js by "make bundles": change that. */
(()=>{var STORE="model-collapse-guess:";var KEPT="model-collapse-guess-kept";var{google}=window;var colab=Boolean(google?.colab)||
location.hostname.endsWith("googleusercontent.com");function read(key){if(colab)return null;try{const guess=JSON.parse(localStorage.
getItem(STORE+key)??"null");return typeof guess?.words==="string"?guess:null}catch{return null}}function write(key,guess){
if(colab)return false;try{if(guess)localStorage.setItem(STORE+key,JSON.stringify(guess));else localStorage.removeItem(STORE+
key);return true}catch{return false}}function announce(key,guess){window.dispatchEvent(new CustomEvent(KEPT,{detail:{key,
guess}}))}function onChange(key,action){window.addEventListener(KEPT,event=>{const{detail}=event;if(detail.key===key)action(
detail.guess)});window.addEventListener("storage",event=>event.key===STORE+key&&action(read(key)))}var inWords=guess=>guess.
sure?`${guess.words}, ${guess.sure}`:guess.words;function partsOf(card){const part=selector=>card.querySelector(selector);return{range:card.querySelector("input[type=ran\
ge]"),output:card.querySelector("output"),buttons:part(".guess-buttons"),keep:part(".guess-keep"),forget:part(".guess-fo\
rget"),status:part(".guess-status"),note:part(".guess-note")}}var radios=(card,group)=>[...card.querySelectorAll(`input[\
name$='-${group}']`)].filter(isInput);var isInput=element=>element instanceof HTMLInputElement;var checked=(card,group)=>radios(
card,group).find(radio=>radio.checked)?.value;function check(card,group,value){for(const radio of radios(card,group))radio.
checked=radio.value===value}function withUnit(value,unit){const number=Number(value).toLocaleString("en");if(unit==="%")
return`${number}%`;return`${number} ${number==="1"?unit.replace(/s$/,""):unit}`.trim()}function ask(card){const{guess:key="",
unit=""}=card.dataset;const{range,output,buttons,keep,forget,status,note}=partsOf(card);function show(){if(!range||!output)
return;output.hidden=false;output.textContent=withUnit(range.value,unit);range.setAttribute("aria-valuetext",output.textContent)}
function made(){const sure=checked(card,"sure")??"";if(range)return{value:Number(range.value),words:withUnit(range.value,
unit),sure};const picked=checked(card,"option");return picked===void 0?null:{value:picked,words:`“${picked}”`,sure}}
keep.addEventListener("click",()=>{const guess2=made();if(!guess2){status.textContent="Pick an answer first.";return}const stored=write(
key,guess2);const words=inWords(guess2);status.textContent=stored?`Kept: ${words}.`:`Your guess: ${words}. It cannot be \
kept here, so note it down.`;forget.hidden=!stored;announce(key,guess2)});forget.addEventListener("click",()=>{write(key,
null);status.textContent="Forgotten.";keep.focus();forget.hidden=true;check(card,"option",null);check(card,"sure",null);
announce(key,null)});range?.addEventListener("input",show);const guess=read(key);if(guess){if(range)range.value=String(guess.
value);check(card,"option",guess.value);check(card,"sure",guess.sure);status.textContent=`Kept: ${inWords(guess)}.`}note.
textContent=colab?"Colab gives each output a frame of its own, so a guess is not kept here. Note it down.":"Your guess s\
tays in this browser. It is sent nowhere.";buttons.hidden=false;forget.hidden=!guess;show()}function recall(card){const key=card.dataset.recall??"";const status=card.querySelector(".guess-status");const invitation=card.
querySelector(".guess-invitation");const details=card.querySelector("details");const show=guess=>{status.textContent=guess?
`You guessed ${inWords(guess)}.`:"";invitation.hidden=Boolean(guess);details.open=Boolean(guess)};show(read(key));link(invitation,
key);onChange(key,show)}function link(invitation,key){const here=document.getElementById(`guess-${key}`);if(!here&&!location.
pathname.endsWith(".html"))return;const way=document.createElement("a");way.href=here?`#${here.id}`:`01-warm-up.html#gue\
ss-${key}`;way.textContent=here?"Guess first":"Guess first, in the warm-up";invitation.replaceChildren(way,", or look at\
 once.")}function takeUp(name,start){for(const card of document.querySelectorAll(`[data-${name}]:not([data-ready])`)){if(!(card instanceof
HTMLElement))continue;card.dataset.ready="";start(card)}}takeUp("guess",ask);takeUp("recall",recall);})();
