package org.planledger.core.store.sealing;

/// Something that is not as it was recorded and sealed.
///
/// @param place which row of what, for somebody who looks for it
/// @param what is wrong with it; never what is recorded
public record Finding(String place, String what) {

  @Override
  public String toString() {
    return place + ": " + what;
  }
}
