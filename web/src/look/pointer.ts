/** Whether what points is a finger, which needs more room than a mouse. */
export const coarse = matchMedia('(pointer: coarse)').matches
