import {html, type TemplateResult} from 'lit';
import '../../src/define.js';

/** A whole post that uses the elements, in a language, and nothing about how it looks. */
export interface Post {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly body: TemplateResult;
}

const logo = (file: string, width: number, height: number): TemplateResult =>
  html`<img src="orgs/${file}.svg" alt="" width=${width} height=${height} />`;

const stage = html`<p><img src="stage.svg" alt="" width="640" height="360" /></p>`;

export const english: Post = {
  lang: 'en',
  dir: 'ltr',
  body: html`<header>
      <a href="https://clusters.example/en/">Notes from a cluster</a>
      <nav aria-label="Site">
        <a href="https://clusters.example/en/posts/">Posts</a> <a href="https://clusters.example/en/about/">About</a>
      </nav>
    </header>
    <main>
      <article>
        <h1>Wednesday: twelve thousand people, and AI on every slide</h1>
        <p class="date"><time datetime="2024-03-20">20 March 2024</time>, Paris</p>
        <series-navigator>
          <p>This article is part of a series of 4 posts:</p>
          <ol id="series-en">
            <li><a href="https://clusters.example/en/tuesday/">Tuesday: platforms before the doors open</a></li>
            <li>Wednesday: twelve thousand people, and AI on every slide</li>
            <li><a href="https://clusters.example/en/thursday/">Thursday: WebAssembly on five Raspberry Pis</a></li>
            <li><a href="https://clusters.example/en/friday/">Friday: Kubernetes is nearly ten</a></li>
          </ol>
        </series-navigator>
        <p class="lead">
          The conference proper opens in Paris today, and twelve thousand people want to see it. The queue for coffee
          starts before the queue for badges, and both are longer than last year’s.
        </p>
        <list-save-button>
          <a href="https://clusters.example/en/my-lists/?add=https://clusters.example/en/wednesday/">Save for later</a>
        </list-save-button>
        <h2>Models want clusters</h2>
        <keynote-card kind="panel">
          <h3>Everything that can be trained will be scheduled</h3>
          <ul>
            <li>Nour Haddad, Principal Engineer, Quai Sept</li>
            <li>Emil Sand, Lanterne (moderator)</li>
          </ul>
          ${stage}
          <p>Pods are to share a GPU, and nobody agrees yet who gets to ask for how much of it.</p>
          <blockquote><p>The scarce thing is not the chip, it’s the person who can read the bill.</p></blockquote>
          <p>— Nour Haddad</p>
        </keynote-card>
        <h2>Rooms want chairs</h2>
        <p>Two of the talks I had circled are full before I find the door. This one I saw:</p>
        <talk-summary>
          <h3>Three’s a crowd: two nodes at the edge</h3>
          <ul>
            <li>Ilse Vermeer, Mât Libre</li>
            <li>Tomás Rey, Mât Libre</li>
          </ul>
          <p>Two nodes, one of them down, and a quorum that wants a third.</p>
          <p><strong>Verdict:</strong> to try — the demo failed, the design did not.</p>
          <p>
            <a href="https://clusters.example/slides.pdf">Slides</a> ·
            <a href="https://clusters.example/recording.mp4">Recording</a>
          </p>
        </talk-summary>
        <h2>Thanks</h2>
        <sponsor-list relation="event">
          <ul>
            <li><a href="https://orgs.example/">${logo('quai-sept', 320, 80)} Quai Sept</a> — the rooms</li>
            <li><a href="https://orgs.example/">${logo('lanterne', 100, 100)} Lanterne</a></li>
            <li><a href="https://orgs.example/">${logo('mat-libre', 60, 120)} Mât Libre</a></li>
          </ul>
        </sponsor-list>
        <series-navigator for="series-en"></series-navigator>
      </article>
    </main>`,
};

export const french: Post = {
  lang: 'fr',
  dir: 'ltr',
  body: html`<header>
      <a href="https://clusters.example/fr/">Carnet d’un cluster</a>
      <nav aria-label="Site">
        <a href="https://clusters.example/fr/billets/">Billets</a>
        <a href="https://clusters.example/fr/a-propos/">À propos</a>
      </nav>
    </header>
    <main>
      <article>
        <h1>Mercredi : douze mille personnes, et l’IA sur chaque diapositive</h1>
        <p class="date"><time datetime="2024-03-20">20 mars 2024</time>, Paris</p>
        <series-navigator>
          <p>Cet article fait partie d’une série de 4 billets :</p>
          <ol id="series-fr">
            <li><a href="https://clusters.example/fr/mardi/">Mardi : des plateformes avant l’ouverture</a></li>
            <li>Mercredi : douze mille personnes, et l’IA sur chaque diapositive</li>
            <li><a href="https://clusters.example/fr/jeudi/">Jeudi : WebAssembly sur cinq Raspberry Pi</a></li>
            <li><a href="https://clusters.example/fr/vendredi/">Vendredi : Kubernetes a bientôt dix ans</a></li>
          </ol>
        </series-navigator>
        <p class="lead">
          La conférence proprement dite ouvre aujourd’hui à Paris, et douze mille personnes veulent la voir. La queue du
          café commence avant celle des badges, et les deux sont plus longues que l’an dernier.
        </p>
        <list-save-button>
          <a href="https://clusters.example/fr/mes-listes/?add=https://clusters.example/fr/mercredi/"
            >Garder pour plus tard</a
          >
        </list-save-button>
        <h2>Les modèles veulent des clusters</h2>
        <keynote-card kind="panel">
          <h3>Tout ce qui s’entraîne finira par être ordonnancé</h3>
          <ul>
            <li>Nour Haddad, ingénieure principale, Quai Sept</li>
            <li>Emil Sand, Lanterne (modérateur)</li>
          </ul>
          ${stage}
          <p>Des pods se partageront un GPU, et personne ne sait encore qui pourra en demander combien.</p>
          <blockquote><p>Ce qui est rare, ce n’est pas la puce, c’est qui sait lire la facture.</p></blockquote>
          <p>— Nour Haddad</p>
        </keynote-card>
        <h2>Les salles veulent des chaises</h2>
        <p>Deux conférences que j’avais entourées sont pleines avant que je trouve la porte. Celle-ci, je l’ai vue :</p>
        <talk-summary>
          <h3>À trois, on se gêne : deux nœuds en périphérie</h3>
          <ul>
            <li>Ilse Vermeer, Mât Libre</li>
            <li>Tomás Rey, Mât Libre</li>
          </ul>
          <p>Deux nœuds, dont un en panne, et un quorum qui en voudrait un troisième.</p>
          <p><strong>Verdict :</strong> à essayer — la démo a échoué, pas l’idée.</p>
          <p>
            <a href="https://clusters.example/diapositives.pdf">Diapositives</a> ·
            <a href="https://clusters.example/captation.mp4">Vidéo</a>
          </p>
        </talk-summary>
        <h2>Merci</h2>
        <sponsor-list relation="event">
          <ul>
            <li><a href="https://orgs.example/">${logo('quai-sept', 320, 80)} Quai Sept</a> — les salles</li>
            <li><a href="https://orgs.example/">${logo('lanterne', 100, 100)} Lanterne</a></li>
            <li><a href="https://orgs.example/">${logo('mat-libre', 60, 120)} Mât Libre</a></li>
          </ul>
        </sponsor-list>
        <series-navigator for="series-fr"></series-navigator>
      </article>
    </main>`,
};

export const arabic: Post = {
  lang: 'ar',
  dir: 'rtl',
  body: html`<header>
      <a href="https://clusters.example/ar/">دفتر عنقود</a>
      <nav aria-label="الموقع">
        <a href="https://clusters.example/ar/posts/">المقالات</a> <a href="https://clusters.example/ar/about/">عنّي</a>
      </nav>
    </header>
    <main>
      <article>
        <h1>الأربعاء: اثنا عشر ألف شخص والذكاء الاصطناعي في كل شريحة</h1>
        <p class="date"><time datetime="2024-03-20">20 مارس 2024</time>، باريس</p>
        <series-navigator>
          <p>هذه المقالة جزء من سلسلة من أربع مقالات:</p>
          <ol id="series-ar">
            <li><a href="https://clusters.example/ar/tuesday/">الثلاثاء: المنصات قبل الافتتاح</a></li>
            <li>الأربعاء: اثنا عشر ألف شخص والذكاء الاصطناعي في كل شريحة</li>
            <li><a href="https://clusters.example/ar/thursday/">الخميس: WebAssembly على خمسة أجهزة صغيرة</a></li>
            <li><a href="https://clusters.example/ar/friday/">الجمعة: Kubernetes يقترب من عامه العاشر</a></li>
          </ol>
        </series-navigator>
        <p class="lead">
          يُفتتح المؤتمر اليوم في باريس، ويريد اثنا عشر ألف شخص أن يروه. طابور القهوة يبدأ قبل طابور الشارات، وكلاهما
          أطول مما كان عليه في العام الماضي.
        </p>
        <list-save-button>
          <a href="https://clusters.example/ar/my-lists/?add=https://clusters.example/ar/wednesday/">احفظ لوقت لاحق</a>
        </list-save-button>
        <h2>النماذج تريد عناقيد</h2>
        <keynote-card kind="panel">
          <h3>كل ما يمكن تدريبه سيُجدول</h3>
          <ul>
            <li>نور حداد, مهندسة رئيسية, Quai Sept</li>
            <li>إميل ساند, Lanterne</li>
          </ul>
          ${stage}
          <p>ستتقاسم الحاويات المعالج الواحد، ولا أحد يعرف بعد من يحق له أن يطلب منه كم.</p>
          <blockquote><p>النادر ليس الرقاقة، بل من يستطيع قراءة الفاتورة.</p></blockquote>
          <p>— نور حداد</p>
        </keynote-card>
        <h2>القاعات تريد كراسي</h2>
        <p>امتلأت محاضرتان كنت قد اخترتهما قبل أن أجد الباب. أما هذه فقد رأيتها:</p>
        <talk-summary verdict="trial">
          <h3>الثلاثة زحام: عقدتان على الحافة</h3>
          <ul>
            <li>إلسه فيرمير, Mât Libre</li>
          </ul>
          <p>عقدتان إحداهما معطلة، ونصاب يريد ثالثة.</p>
        </talk-summary>
        <h2>شكرًا</h2>
        <sponsor-list relation="event">
          <ul>
            <li><a href="https://orgs.example/">${logo('quai-sept', 320, 80)} Quai Sept</a></li>
            <li><a href="https://orgs.example/">${logo('lanterne', 100, 100)} Lanterne</a></li>
            <li><a href="https://orgs.example/">${logo('mat-libre', 60, 120)} Mât Libre</a></li>
          </ul>
        </sponsor-list>
        <series-navigator for="series-ar"></series-navigator>
      </article>
    </main>`,
};
