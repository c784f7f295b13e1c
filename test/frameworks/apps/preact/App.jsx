/** @jsxImportSource preact */

export function App({state, heard}) {
  return (
    <main onlist-save={heard}>
      {state.isShown && (
        <keynote-card kind={state.kind} structured-data={state.isData}>
          <h2>{state.title}</h2>
          <p>Jane Doe, Acme</p>
        </keynote-card>
      )}
      <series-navigator
        current="/b/"
        src={state.src}
        series-name={state.name}
        parts={state.given}
        onseries-load={heard}
        onseries-error={heard}
      >
        <p>{state.intro}</p>
        <ol>
          {state.parts.map((part) => (
            <li key={part}>
              <a href={`/${part}/`}>{part}</a>
            </li>
          ))}
        </ol>
      </series-navigator>
      <div>
        {state.talks.map((talk) => (
          <talk-summary key={talk}>
            <h3>{talk}</h3>
          </talk-summary>
        ))}
      </div>
      <sponsor-list relation={state.relation}>
        <ul>
          <li>
            <a href="https://quai-sept.example/">Quai Sept</a>
          </li>
        </ul>
      </sponsor-list>
      <list-save-button url="https://blog.example/b/" onlist-save={heard}>
        <a href="/my-lists/">Save for later</a>
      </list-save-button>
      <saved-lists>
        <p>Your lists need a script.</p>
      </saved-lists>
    </main>
  );
}
