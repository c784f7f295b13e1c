import {format, resolveConfig} from 'prettier';

/** A text as the project formats a file of that name. */
export const formatted = async (path, text) => format(text, {...(await resolveConfig(path)), filepath: path});
