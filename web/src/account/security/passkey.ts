import { NoAnswer } from '../../../client/failures'
import type { AnswerOf, Proof, RequestOf, Rest } from '../../../client/rest'
import { fromBase64, toBase64 } from './base64'

type Options = AnswerOf<'askForNewPasskey'>
type Made = Omit<RequestOf<'addPasskey'>['body'], 'name'>
export type Shown = NonNullable<Proof['passkey']>

/** Whether this page may ask for passkeys: a browser that can, at the site's own name. */
export function canUsePasskeys(site: string | undefined): boolean {
  const here = location.hostname
  const named = site !== undefined && (here === site || here.endsWith(`.${site}`))
  return named && 'PublicKeyCredential' in window
}

/** Has a device make a passkey. */
export async function makePasskey(options: Options): Promise<Made> {
  const { rp, user, challenge, pubKeyCredParams, timeout } = options
  const made = await asked(
    navigator.credentials.create({
      publicKey: {
        rp,
        user: { ...user, id: fromBase64(user.id) },
        challenge: fromBase64(challenge),
        pubKeyCredParams: pubKeyCredParams.map(({ alg }) => ({ type: 'public-key', alg })),
        timeout,
        excludeCredentials: options.excludeCredentials.map(({ id }) => ({
          type: 'public-key',
          id: fromBase64(id),
        })),
        authenticatorSelection: {
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required',
        },
        attestation: 'none',
      },
    }),
  )
  const response = made.response as AuthenticatorAttestationResponse
  return {
    clientDataJSON: toBase64(response.clientDataJSON),
    attestationObject: toBase64(response.attestationObject),
    transports: response.getTransports(),
  }
}

/** Has a device show a passkey of this site. */
export async function showPasskey(rest: Pick<Rest, 'call'>): Promise<Shown> {
  const { challenge, rpId, timeout } = await rest.call('askForPasskey')
  const shown = await asked(
    navigator.credentials.get({
      publicKey: {
        challenge: fromBase64(challenge),
        rpId,
        timeout,
        userVerification: 'required',
      },
    }),
  )
  const response = shown.response as AuthenticatorAssertionResponse
  const handle = response.userHandle
  return {
    id: toBase64(shown.rawId),
    clientDataJSON: toBase64(response.clientDataJSON),
    authenticatorData: toBase64(response.authenticatorData),
    signature: toBase64(response.signature),
    ...(handle === null ? {} : { userHandle: toBase64(handle) }),
  }
}

async function asked(ceremony: Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await ceremony
    if (credential !== null) return credential as PublicKeyCredential
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'InvalidStateError') {
      throw new NoAnswer('This device has a passkey for you already.')
    }
    if (!(thrown instanceof DOMException)) throw thrown
  }
  throw new NoAnswer('The device gave no passkey: it was left, took too long, or has none.')
}
