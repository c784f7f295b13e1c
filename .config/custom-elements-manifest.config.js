/** The manifest names the built modules, and only what is public. */
const toDist = {
  name: 'to-dist',
  packageLinkPhase({customElementsManifest}) {
    customElementsManifest.schemaVersion = '2.1.0';
    // The files are found in any order.
    customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
    const rename = (object) => {
      for (const [key, value] of Object.entries(object)) {
        if ((key === 'path' || key === 'module') && typeof value === 'string') {
          object[key] = value.replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js');
        } else if (value && typeof value === 'object') {
          rename(value);
        }
      }
    };
    rename(customElementsManifest);
    for (const {path, declarations = [], exports} of customElementsManifest.modules) {
      for (const declaration of declarations) {
        const {name, tagName, members} = declaration;
        declaration.members = members?.filter((member) => !/private|protected/.test(member.privacy) && !member.static);
        if (!tagName) continue;
        declaration.customElement = true;
        exports.push({kind: 'custom-element-definition', name: tagName, declaration: {name, module: path}});
      }
    }
  },
};

/** `@status stable` or `@status experimental` of an element: docs/versioning.md. */
const status = {
  name: 'status',
  analyzePhase({ts, node, moduleDoc}) {
    if (!ts.isClassDeclaration(node)) return;
    const tag = ts.getJSDocTags(node).find(({tagName}) => tagName.text === 'status');
    const declaration = moduleDoc.declarations.find(({name}) => name === node.name?.text);
    if (tag && declaration) declaration.status = ts.getTextOfJSDocComment(tag.comment);
  },
};

export default {
  globs: ['src/*-*/*-*.ts', 'src/sponsor-list/organizations.events.ts', 'src/talk/talk-element.ts'],
  // What only the elements themselves import.
  exclude: ['src/**/*.{article,data,feed,long,panel,reader,spacing,styles,video,view}.ts'],
  litelement: true,
  packagejson: false,
  plugins: [status, toDist],
};
