import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../../src/series-navigator/define.js';

export default {title: 'Recipes/A blog post'} satisfies Meta;

/** The series on top, and the way on at the end, from the same list. */
export const English: StoryObj = {
  render: () =>
    html`<div class="page" lang="en">
      <header>
        <p><a href="https://clusters.example/en/">Notes from a cluster</a></p>
      </header>
      <main>
        <article>
          <h1>Wednesday: twelve thousand people, and AI on every slide</h1>
          <p><time datetime="2024-03-20">20 March 2024</time></p>
          <series-navigator>
            <p>This article is part of a series of 4 posts:</p>
            <ol id="kubecon-2024">
              <li><a href="https://clusters.example/en/tuesday/">Tuesday: platforms before the doors open</a></li>
              <li>Wednesday: twelve thousand people, and AI on every slide</li>
              <li><a href="https://clusters.example/en/thursday/">Thursday: WebAssembly on five Raspberry Pis</a></li>
              <li><a href="https://clusters.example/en/friday/">Friday: Kubernetes is nearly ten</a></li>
            </ol>
          </series-navigator>
          <p>
            The conference proper opens in Paris today, and twelve thousand people want to see it: no KubeCon has been
            larger. The opening keynote, led by Priyanka Sharma of the CNCF, has one subject, and it is not containers.
          </p>
          <h2>Models want clusters</h2>
          <p>
            On the panel sit the people who make the models and the tools to run them: Timothée Lacroix of Mistral AI,
            Paige Bailey of Google DeepMind and Jeffrey Morgan of Ollama. Down the corridor, Kevin Klues and Sanjay
            Chatterjee of NVIDIA explain how pods are to share a GPU: dynamic resource allocation is what to watch.
          </p>
          <h2>Rooms want chairs</h2>
          <p>Two of the talks I had circled are full before I find the door. There are always the recordings.</p>
          <series-navigator for="kubecon-2024"></series-navigator>
        </article>
      </main>
    </div>`,
};

/** La série en haut, la suite à la fin, à partir de la même liste. */
export const French: StoryObj = {
  name: 'Français',
  render: () =>
    html`<div class="page" lang="fr">
      <header>
        <p><a href="https://clusters.example/fr/">Carnet d’un cluster</a></p>
      </header>
      <main>
        <article>
          <h1>Mercredi : douze mille personnes, et l’IA sur chaque diapositive</h1>
          <p><time datetime="2024-03-20">20 mars 2024</time></p>
          <series-navigator>
            <p>Cet article fait partie d’une série de 4 billets :</p>
            <ol id="kubecon-2024-fr">
              <li><a href="https://clusters.example/fr/mardi/">Mardi : des plateformes avant l’ouverture</a></li>
              <li>Mercredi : douze mille personnes, et l’IA sur chaque diapositive</li>
              <li><a href="https://clusters.example/fr/jeudi/">Jeudi : WebAssembly sur cinq Raspberry Pi</a></li>
              <li><a href="https://clusters.example/fr/vendredi/">Vendredi : Kubernetes a bientôt dix ans</a></li>
            </ol>
          </series-navigator>
          <p>
            La conférence proprement dite ouvre aujourd’hui à Paris, et douze mille personnes veulent la voir : aucune
            KubeCon n’a été plus grande. La plénière d’ouverture, menée par Priyanka Sharma, de la CNCF, n’a qu’un
            sujet, et ce ne sont pas les conteneurs.
          </p>
          <h2>Les modèles veulent des clusters</h2>
          <p>
            À la table ronde, ceux qui font les modèles et les outils pour les lancer : Timothée Lacroix, de Mistral AI,
            Paige Bailey, de Google DeepMind, et Jeffrey Morgan, d’Ollama. Un couloir plus loin, Kevin Klues et Sanjay
            Chatterjee, de NVIDIA, expliquent comment des pods se partageront un GPU : l’allocation dynamique de
            ressources est à suivre.
          </p>
          <h2>Les salles veulent des chaises</h2>
          <p>Deux conférences que j’avais entourées sont pleines avant que je trouve la porte. Restent les vidéos.</p>
          <series-navigator for="kubecon-2024-fr"></series-navigator>
        </article>
      </main>
    </div>`,
};
