package org.planledger.core.store;

/// The client has used this idempotency key before; the attempt kept under it has the answer.
/// Nothing was written.
public final class DuplicateIdempotencyKeyException extends LedgerStoreException {

  private static final long serialVersionUID = 1L;

  private final String client;
  private final String idempotencyKey;

  DuplicateIdempotencyKeyException(String client, String idempotencyKey, Throwable cause) {
    super("Client " + client + " has already used the idempotency key " + idempotencyKey, cause);
    this.client = client;
    this.idempotencyKey = idempotencyKey;
  }

  public String client() {
    return client;
  }

  public String idempotencyKey() {
    return idempotencyKey;
  }
}
