package org.throughline.staff.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.staff.Staff;
import org.throughline.staff.StaffMember;

/** The people of the agency and of its partners. */
@RestController
@RequestMapping("/api/staff")
class StaffController {

    private final Staff staff;

    StaffController(Staff staff) {
        this.staff = staff;
    }

    @GetMapping
    List<StaffMember> all() {
        return staff.all();
    }
}
