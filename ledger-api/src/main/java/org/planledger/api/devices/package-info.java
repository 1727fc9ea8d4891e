/// Devices: finding one by its serial, what it is now, where it comes from and what it could get.
@NullMarked
package org.planledger.api.devices;

import org.jspecify.annotations.NullMarked;
