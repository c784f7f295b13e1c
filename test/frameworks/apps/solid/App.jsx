import {For, Show} from 'solid-js';

export function App(props) {
  return (
    <main on:list-save={props.heard}>
      <Show when={props.state.isShown}>
        <keynote-card kind={props.state.kind} structured-data={props.state.isData}>
          <h2>{props.state.title}</h2>
          <p>Jane Doe, Acme</p>
        </keynote-card>
      </Show>
      <series-navigator
        current="/b/"
        src={props.state.src}
        series-name={props.state.name}
        parts={props.state.given}
        on:series-load={props.heard}
        on:series-error={props.heard}
      >
        <p>{props.state.intro}</p>
        <ol>
          <For each={props.state.parts}>
            {(part) => (
              <li>
                <a href={`/${part}/`}>{part}</a>
              </li>
            )}
          </For>
        </ol>
      </series-navigator>
      <div>
        <For each={props.state.talks}>
          {(talk) => (
            <talk-summary>
              <h3>{talk}</h3>
            </talk-summary>
          )}
        </For>
      </div>
      <sponsor-list relation={props.state.relation}>
        <ul>
          <li>
            <a href="https://quai-sept.example/">Quai Sept</a>
          </li>
        </ul>
      </sponsor-list>
      <list-save-button url="https://blog.example/b/" on:list-save={props.heard}>
        <a href="/my-lists/">Save for later</a>
      </list-save-button>
      <saved-lists>
        <p>Your lists need a script.</p>
      </saved-lists>
    </main>
  );
}
