package io.qiangcun.grid.phone.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.grid.phone.PhoneAuthorities;
import io.qiangcun.grid.phone.WaitingDevices;
import java.time.Clock;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which phones have reports that nobody has received yet. */
@Controller
class WaitingController {

    private final WaitingDevices devices;
    private final Clock clock;

    WaitingController(WaitingDevices devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    @GetMapping("/grid/phone/waiting")
    @PreAuthorize("hasAuthority('" + PhoneAuthorities.OVERSEE_PHONES + "')")
    String list(@RequestParam(defaultValue = "") String show, Pageable page, Jurisdiction jurisdiction, Model model) {
        var all = show.equals("all");
        model.addAttribute("all", all);
        model.addAttribute("devices", devices.list(jurisdiction, all, page));
        model.addAttribute("now", clock.instant());
        return "grid/phone/waiting";
    }
}
