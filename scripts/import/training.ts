export async function importTraining(_file: string, _options: object): Promise<void> {}
