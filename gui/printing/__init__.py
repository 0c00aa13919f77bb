"""What leaves the window on paper or as a picture: painted pages, the preview, the printer."""
