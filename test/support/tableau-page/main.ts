import { type PlayConfig, Stage } from './stage.ts';

declare global {
  interface Window {
    /** What tests drive the double by. */
    stage: Stage;
  }
}

const zone = document.getElementById('zone');
const config: PlayConfig = await (await fetch(`/config.json${location.search}`)).json();
if (zone !== null) window.stage = new Stage(config, zone);
