/// A prover for the tests that shares no line with the verifier.
package org.planledger.verify.prover;
