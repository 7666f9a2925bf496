export function answer(url: string, body: Buffer, words: string): { status: number; reply: unknown } {
  const request = url.startsWith("/call") ? JSON.parse(body.toString()) : { type: "file" };
  if (request.type === "start") {
    return {
      status: 200,
      reply: { version: "0", words, products: [], current: null, snapshot: null, failure: null },
    };
  }
  return { status: 422, reply: { code: "internal", field: null, message: "Not answered here.", hint: null } };
}
