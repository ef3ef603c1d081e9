// Takes the restored form back to its page; without JavaScript there is the button.
document.getElementById("resume")?.requestSubmit();
