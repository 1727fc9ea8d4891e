package org.planledger.verify.checkpoint;

import org.planledger.verify.proof.Bytes;

/// One signature of a note.
///
/// @param name whose it says it is
/// @param keyId which of that name's keys made it, eight hexadecimal digits
record NoteSignature(String name, String keyId, Bytes signature) {}
