export const sceneIds = ['overnight', 'from-the-start', 'release', 'fictional'] as const;
export type SceneId = (typeof sceneIds)[number];

export function isSceneId(text: string): text is SceneId {
  return sceneIds.some((id) => id === text);
}
