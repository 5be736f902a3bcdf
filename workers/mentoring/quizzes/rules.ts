// A test asks so many questions, of which four in five are to be right; whoever did not pass sleeps over it.
export const QUESTIONS = 5
export const SHARE_TO_PASS = 0.8
export const REST_HOURS = 20
