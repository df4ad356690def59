// A record's facts as YAML: the lines of a value made of texts, lists and objects. Texts that are more than words and
// numbers stand in double quotes, whose escapes are JSON's.

const isPlain = (text) => /^[\p{L}\p{N}][\p{L}\p{N}_./~-]*( [\p{L}\p{N}_./-]+)*$/u.test(text);

export function scalar(text) {
  return isPlain(text) ? text : JSON.stringify(text);
}

const isScalar = (value) => typeof value === "string";

// The lines, without indentation and line ends.
export function lines(value) {
  if (isScalar(value)) return [scalar(value)];
  if (Array.isArray(value)) {
    return value.flatMap((item) => lines(item).map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`)));
  }
  return Object.entries(value).flatMap(([key, part]) =>
    isScalar(part) ? [`${key}: ${scalar(part)}`] : [`${key}:`, ...lines(part).map((line) => `  ${line}`)]);
}
