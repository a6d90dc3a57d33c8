package org.throughline.ams;

import java.util.List;

/**
 * Is told of policies that changed in the agency management system, in the transaction that takes note of it: what fails
 * here is told again. Beans of this type are found by themselves.
 */
public interface PolicyChanges {

    void changed(List<PolicyChange> changes);
}
